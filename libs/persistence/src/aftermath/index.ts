export { ClipEntity, type StoredClip } from './clip.entity.ts';
export { type ExtrasDetail, type MinutesDetail, type Publication, PublicationEntity, type RecordingDetail, type TakenPicture } from './publication.entity.ts';
export { RecordingOrderEntity, type StoredOrder } from './recording-order.entity.ts';
