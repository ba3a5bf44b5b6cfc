import { describe, expect, it, jest } from '@jest/globals';
import type { EntryId } from '@yaji/contracts';
import { id, opening, rehearsal } from '../../fixtures/rehearsal.ts';
import type { Live } from '../../live/live-client.ts';
import { newLiveStore } from '../../live/live-store.ts';
import { plateOf } from '../member/plate.ts';

const notices: { act?: { run: () => void } | undefined }[] = [];
jest.unstable_mockModule('../../ui/dialog/notices.tsx', () => ({ tell: (notice: (typeof notices)[number]) => notices.push(notice) }));
jest.unstable_mockModule('../../i18n/words.ts', () => ({ say: (key: string) => key }));
const { removal } = await import('./removal.ts');

const soon = () => new Promise((go) => { setTimeout(go, 5); });

describe('taking somebody off the list', () => {
  it('is taken back with the same wish, at the same place, though the answer comes before its events', async () => {
    const play = rehearsal({ order: [{ policy: 'first-time' }] });
    for (const name of ['mod', 'lin', 'ana', 'ben'] as const) play.enter(name);
    play.say('lin', 'floor.request', {}, 1);
    const entryId = play.say('ana', 'floor.request', { stance: 'pro', note: 'About water' }, 2) as string as EntryId;
    play.say('ben', 'floor.request', {}, 3);
    const store = newLiveStore();
    let seq = 0;
    const show = () => store.setState({ held: { seq: (seq += 1), room: play.room } });
    show();
    const live = { store, say: (type: 'floor.add', data: never) => { setTimeout(() => { play.say('mod', type, data, 10 + seq); show(); }, 1); return Promise.resolve({ ok: true, seq }); } } as unknown as Live;
    removal(live, () => 'Ana')({ entryId, plate: plateOf(play.room, id('ana')), place: 2 });
    await soon();
    expect(play.room.floor.queue.map(({ participantId }) => participantId)).toEqual([id('lin'), id('ben')]);
    notices[0]?.act?.run();
    await soon();
    await soon();
    expect(play.room.floor.queue.find(({ participantId }) => participantId === id('ana'))).toMatchObject({ stance: 'pro', note: 'About water', pin: { index: 1 } });
    expect(play.room.lastAt).toBeGreaterThan(opening);
  });
});
