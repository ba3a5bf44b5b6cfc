export * from './aftermath/index.ts';
export { type BallotBox, type BoxedVote, type Cast, type CountedBox, postgresBallotBox } from './ballot/ballot-box.ts';
export { postgresChatStore, type ChatConcerns, type ChatStore, type StoredNews } from './chat/chat-store.ts';
export { dataSource, type DatabaseOptions } from './data-source.ts';
export { migrate } from './migrate.ts';
export * from './planning/index.ts';
export { postgresEventStore } from './log/event-store.ts';
export { relayOutbox, type RelayOptions } from './outbox/relay-outbox.ts';
export { replaceTranscript, transcriptOf } from './transcript/transcript-lines.ts';
