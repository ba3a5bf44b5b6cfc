import { randomUUID } from 'node:crypto';
import type { CommandId, Joined, RoomId } from '@yaji/contracts';
import { createEngine, jobsOf } from '@yaji/engine';
import { openMessaging } from '@yaji/messaging';
import { dataSource, postgresEventStore } from '@yaji/persistence';

type Ground = { databaseUrl: string; redisUrl: string; roomId: RoomId };

export type Entrance = { enter(people: readonly Joined[]): Promise<void>; end(): Promise<void> };

/**
 * Enters people into an open room as if they had come in at another process, which was then lost: when their sockets come, nobody has to be
 * told of them. One by one, five thousand would be told of five thousand.
 */
export async function openEntrance({ databaseUrl, redisUrl, roomId }: Ground): Promise<Entrance> {
  const report = (error: unknown): void => { console.error(error); };
  const source = await dataSource({ url: databaseUrl }).initialize();
  const messaging = openMessaging(redisUrl, report);
  const engine = createEngine({ store: postgresEventStore(source), bell: messaging.bell, now: Date.now, jobsOf, report });
  await messaging.whenThere(5_000);
  return {
    async enter(people) {
      await messaging.presence.touch(roomId, people.map(({ participantId }) => ({ participantId, place: 'remote' })));
      await Promise.all(people.map(async ({ participantId, role, name }) => {
        const person = { participantId, role, organisationId: null, country: null, languages: [] };
        const outcome = await engine.handle(roomId, { type: 'member.enter', data: { person, plate: { name, organisation: null }, place: 'remote', message: null } }, { by: null, commandId: randomUUID() as CommandId });
        if (!outcome.ok) throw new Error(outcome.refusal.code);
      }));
    },
    async end() {
      await engine.close();
      await messaging.close();
      await source.destroy();
    },
  };
}
