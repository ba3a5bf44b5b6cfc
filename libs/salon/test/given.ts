import { expect } from '@jest/globals';
import type { RefusalCode, RoomEvent } from '@yaji/contracts';
import type { Room } from '../src/index.ts';
import { ask, play, type Step } from './steps.ts';

export * from './steps.ts';

export type Expected = { type: RoomEvent['type']; data?: object; words?: object };

export const given = (...steps: (Step | Step[])[]) => {
  const played = () => play(steps.flat());
  return {
    when: (step: Step) => ({
      then: (...events: Expected[]): void => {
        const verdict = ask(played().room, step);
        expect(verdict).toMatchObject({ ok: true, value: events });
        expect(verdict.ok && verdict.value.length).toBe(events.length);
      },
      refused: (code: RefusalCode): void => expect(ask(played().room, step)).toMatchObject({ ok: false, error: { code } }),
      leaves: (check: (room: Room) => void): void => check(play([...steps.flat(), step]).room),
    }),
    leaves: (check: (room: Room) => void): void => check(played().room),
  };
};
