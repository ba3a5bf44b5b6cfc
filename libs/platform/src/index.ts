export { type SpeechSetting, readConfiguration, type Configuration } from './configuration/configuration.ts';
export { createLog, nestLog, type Log } from './log.ts';
export { reach, type Unreached } from './network/reach.ts';
export { cipherFor, type Cipher } from './tokens/cipher.ts';
export { isOperatorKey, operatorKey } from './tokens/keys.ts';
export {
  createTokens,
  type FileLinkClaims, type IngestClaims, type InvitationClaims, type MediaPassClaims, type SessionClaims, type StreamPassClaims, type Tokens,
} from './tokens/tokens.ts';
export { fileId, readFileId, type FileId } from './storage/file-id.ts';
export { checkStorage } from './storage/check-storage.ts';
export { localStorage } from './storage/local-storage.ts';
export { openStorage } from './storage/open-storage.ts';
export { StorageAway, StorageFull, type ByteRange, type Storage, type StoredFile } from './storage/storage.ts';
export { type Piece, pieceId, piecesIn, sidecarId, unbroken } from './storage/track-pieces.ts';
export { csvOf } from './table/csv.ts';
export { HealthModule } from './health/health.module.ts';
export type { Health } from './health/health.ts';
export { createMetrics } from './health/metrics.ts';
export type { Probe } from './health/probes.ts';
export { configurationOrExit, orExit, runApp, type Ground, type Running } from './run-app.ts';
export { databaseFault, listenFault, redisFault, StartFault } from './start-fault.ts';
