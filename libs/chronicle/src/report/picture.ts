import type { ItemId, ParticipantId, TopicId } from '@yaji/contracts';

/**
 * A picture taken from the recording. `at` UTC milliseconds; `shows`: everybody whose camera is in it, in the order of the stage, never anybody
 * else; `group`: the fullest stage.
 */
export type Picture = {
  pictureId: string; at: number; kind: 'speaker' | 'group'; itemId: ItemId | null; topicId: TopicId | null; turn: number | null;
  shows: ParticipantId[]; width: number; height: number;
};
