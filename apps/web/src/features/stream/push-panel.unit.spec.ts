import { describe, expect, it } from '@jest/globals';
import type { PushId, PushSeen } from '@yaji/contracts';
import { emptyRoom } from '@yaji/salon';
import { pushLines, pushRows } from './push-panel.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'] as PushId[] as [PushId, PushId, PushId, PushId];
const running = (...pushIds: PushId[]) => pushIds.map((pushId) => ({ pushId, label: `Channel ${pushId}`, startedAt: 1 }));
const roomWith = (pushes: PushId[], failed: PushId[] = []) => ({
  room: { ...emptyRoom(), stream: { pushes: running(...pushes), failed: running(...failed).map((push) => ({ ...push, stoppedAt: 2, why: 'refused' as const })) } }, now: 10_000,
});
const address = (pushId: PushId, host: string | null = 'live.example.org'): PushSeen => ({ pushId, label: `Channel ${pushId}`, host, key: '••••', madeAt: 0 });

describe('pushes at the desk', () => {
  it('tell how they get on, and those that were given up why', () => {
    const heard = [{ pushId: b, state: 'trouble' as const, why: 'refused' as const, againAt: 17_200 }];
    expect(pushLines(roomWith([a, b], [c]), heard)).toEqual([
      { pushId: a, label: 'Channel a', state: 'connecting', why: null, againSeconds: null },
      { pushId: b, label: 'Channel b', state: 'trouble', why: 'refused', againSeconds: 8 },
      { pushId: c, label: 'Channel c', state: 'failed', why: 'refused', againSeconds: null },
    ]);
  });

  it('are started from what is kept, three at most, and not where the address is of no use any more', () => {
    const rows = (pushes: PushId[], failed: PushId[] = []) => pushRows(pushLines(roomWith(pushes, failed), []), [address(a), address(b), address(c), address(d), address('e' as PushId, null)]);
    expect(rows([a], [b]).map(({ runs, mayStart }) => [runs, mayStart])).toEqual([[true, false], [false, true], [false, true], [false, true], [false, false]]);
    expect(rows([a, b, c]).map(({ mayStart }) => mayStart)).toEqual([false, false, false, false, false]);
  });
});
