import type { LocalText, MicrophoneId, ParticipantId } from '@yaji/contracts';
import { freshId, type Say } from '../../../live/live-client.ts';

/** What an usher does for people. Refusals are told by the page's notices. */
export type UsherCommands = {
  checkIn: (participantId: ParticipantId) => void;
  addToList: (participantId: ParticipantId) => void;
  /** Null: takes it back. */
  hand: (microphoneId: MicrophoneId, participantId: ParticipantId | null) => void;
  /** Somebody in the hall whom no list has; answers whether they are in. */
  introduce: (person: { name: LocalText; organisation: LocalText | null; onList: boolean }) => Promise<boolean>;
};

export const usherCommands = (say: Say): UsherCommands => ({
  checkIn: (participantId) => void say('member.checkIn', { participantId }),
  addToList: (participantId) => void say('floor.add', { participantId }),
  hand: (microphoneId, participantId) => void say('stage.hand', { microphoneId, participantId }),
  introduce: async ({ name, organisation, onList }) => {
    const participantId = freshId() as ParticipantId;
    const ack = await say('member.introduce', { participantId, name, organisation, country: null, languages: [] });
    if (!ack?.ok) return false;
    if (onList) await say('floor.add', { participantId });
    return true;
  },
});
