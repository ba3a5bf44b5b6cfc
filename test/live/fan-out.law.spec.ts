import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LiveNotices, ParticipantId, Recorded, Snapshot, Told } from '@yaji/contracts';
import { apply, emptyRoom, follow, type Room, view, viewerOf } from '@yaji/salon';
import fc from 'fast-check';
import { person } from '../../libs/salon/test/given.ts';
import { arrive } from '../../apps/api/src/live/arrivals.ts';
import { allowances, Credit } from '../../apps/api/src/live/credit.ts';
import { tellSockets } from '../../apps/api/src/live/fan-out.ts';
import { type LiveRoom, newLiveRoom, seatSocket, unseatSocket } from '../../apps/api/src/live/live-room.ts';
import type { LiveNamespace, LiveSocket, Seat } from '../../apps/api/src/live/seat.ts';
import { acts, cast, run } from '../laws/history.ts';

type Page = { socket: LiveSocket; participantId: ParticipantId; room: Room | null; seq: number; gaps: number; leaks: number };
type Notice = keyof LiveNotices;

/** Socket.IO's rooms and nothing else of it: what is said goes through JSON and is folded at once, as every client does. */
function hub() {
  const channels = new Map<string, Set<Page>>();
  const pages: Page[] = [];

  const hear = (page: Page, name: Notice, words: unknown): void => {
    const said: unknown = words === undefined ? undefined : JSON.parse(JSON.stringify(words));
    if (name === 'snapshot') {
      const { seq, room } = said as Snapshot<Room>;
      Object.assign(page, { seq, room });
    }
    if (name === 'standing' || name === 'resync') page.room = null;
    if (name !== 'events') return;
    if (!page.room) {
      page.leaks += 1;
      return;
    }
    const step = follow(page.seq, (said as { events: Told[] }).events);
    if ('fetchAfter' in step) {
      page.gaps += 1;
      return;
    }
    for (const told of step.apply) apply(page.room, told);
    page.seq = step.at;
  };

  const emitter = (to: readonly string[], except: readonly string[]) => ({
    except: (more: readonly string[]) => emitter(to, more),
    emit: (name: Notice, words: unknown) => {
      const shut = new Set(except.flatMap((channel) => [...(channels.get(channel) ?? [])]));
      const open = new Set(to.flatMap((channel) => [...(channels.get(channel) ?? [])]));
      for (const page of open) if (!shut.has(page)) hear(page, name, words);
    },
  });
  const io = { adapter: { rooms: channels }, to: (channel: string | string[]) => emitter([channel].flat(), []) } as unknown as LiveNamespace;

  const sit = (live: LiveRoom, participantId: ParticipantId): Page => {
    const seat = { roomId: live.roomId, participantId, placed: null, credit: new Credit(allowances.seat, 0), person: { role: 'attendee' } } as unknown as Seat;
    const page: Page = { socket: null as never, participantId, room: null, seq: 0, gaps: 0, leaks: 0 };
    const socket = {
      data: { seat }, connected: true,
      join: (channel: string) => { channels.set(channel, (channels.get(channel) ?? new Set()).add(page)); },
      leave: (channel: string) => { channels.get(channel)?.delete(page); },
      emit: (name: Notice, words: unknown) => { hear(page, name, words); },
      disconnect: () => {
        Object.assign(socket, { connected: false });
        for (const sitting of channels.values()) sitting.delete(page);
        unseatSocket(live, page.socket, 0);
      },
    };
    page.socket = socket as unknown as LiveSocket;
    pages.push(page);
    seatSocket(live, page.socket);
    arrive(live, page.socket);
    return page;
  };
  return { io, sit, pages };
}

/** A feed that is told what happened step by step. */
function handFeed(io: LiveNamespace) {
  const room = emptyRoom();
  const state = { seq: 0 };
  const feed = { get seq() { return state.seq; }, room, stretches: [], since: () => null, close: () => undefined };
  const live = newLiveRoom(person('room') as unknown as LiveRoom['roomId'], feed, io, 0);
  return {
    live,
    take: (records: readonly Recorded[]): void => {
      for (const record of records) {
        apply(room, structuredClone(record));
        state.seq = record.seq;
      }
      tellSockets(live, records);
    },
  };
}

const visits = fc.array(fc.record({ who: fc.constantFrom(...cast), batch: fc.integer({ min: 1, max: 9 }), pauseMs: fc.constantFrom(0, 10, 50) }), { minLength: 20, maxLength: 60 });

describe('what the sockets of a room are told', () => {
  beforeEach(() => { jest.useFakeTimers(); });
  afterEach(() => { jest.useRealTimers(); });

  it('makes every page end with exactly what its person may see, without gaps, and tells nothing to who is outside', () => {
    fc.assert(fc.property(acts(), visits, fc.boolean(), (history, coming, lobby) => {
      const { log } = run(history, { lobby: lobby ? ['attendee'] : [] });
      const { io, sit, pages } = hub();
      const { live, take } = handFeed(io);
      let at = 0;
      for (const { who, batch, pauseMs } of coming) {
        take(log.slice(at, at + batch));
        at += batch;
        sit(live, person(who));
        jest.advanceTimersByTime(pauseMs);
      }
      take(log.slice(at));
      jest.advanceTimersByTime(2_000);
      for (const page of pages) {
        expect(page).toMatchObject({ gaps: 0, leaks: 0 });
        const viewer = viewerOf(live.feed.room, page.participantId);
        if (!page.socket.connected) continue;
        if (viewer.sees === 'outside') {
          expect(page.room).toBeNull();
        } else {
          expect(page.room).toEqual(view(live.feed.room, viewer));
          expect(page.seq).toBe(live.feed.seq);
        }
      }
    }), { numRuns: 60 });
  });
});
