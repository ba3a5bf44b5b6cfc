import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Aftermath, IngestMade, Joined, ParticipantId, RoomId, Told } from '@yaji/contracts';
import { launch, type System } from '../../infra/launch/index.mjs';
import { call, joinBy } from '../live/api.ts';
import { type Client, sit } from '../live/client.ts';
import { workerBin } from '../media/worker-bin.ts';
import { houseAt } from '../pages/house.ts';
import { smallSalon } from '../pages/small-salon.ts';

export type Key = { url: string; token: string };
/** A whole house with one salon in it, whose moderator and speakers have come in. */
export type SalonHouse = {
  system: System; roomId: RoomId;
  idOf(name: string): ParticipantId;
  /** As the moderator. Throws with the refusal. */
  say(type: string, data: unknown): Promise<void>;
  /** The key of an encoder of this speaker. */
  keyOf(name: string): Promise<Key>;
  log(): Promise<Told[]>;
  aftermath(): Promise<Aftermath>;
  bring(language: string, vtt: string): Promise<void>;
  stop(): Promise<void>;
};

const build = promisify(execFile);

export async function openSalonHouse(speakers: readonly string[]): Promise<SalonHouse> {
  await build(process.execPath, ['infra/build.mjs']);
  const worker = workerBin();
  const system = await launch({ seed: false, env: { YAJI_LOG_LEVEL: 'warn', ...(worker ? { MEDIASOUP_WORKER_BIN: worker } : {}) } });
  const clients: Client[] = [];
  const stop = async (): Promise<void> => {
    for (const client of clients) client.close();
    await system.stop();
  };
  try {
    const { makeSalon, ask } = houseAt(system);
    const { doorOf, roomId } = await makeSalon(smallSalon(Date.now(), { speakers }));
    const come = async (name: string): Promise<Joined> => {
      const joined = await joinBy(system.urls.api, doorOf(name));
      clients.push(await sit(system.urls.api, joined, { roomId, reconnect: true }));
      return joined;
    };
    const chair = await come('moderator');
    const [desk] = clients;
    if (!desk) throw new Error('nobody sits at the desk');
    const people = new Map<string, Joined>();
    for (const name of speakers) people.set(name, await come(name));
    const joinedAs = (name: string): Joined => people.get(name) ?? (() => { throw new Error(`nobody is called ${name}`); })();
    return {
      system, roomId, stop,
      idOf: (name) => joinedAs(name).participantId,
      say: async (type, data) => {
        const ack = await desk.say(type, data);
        if (!ack.ok) throw new Error(`${type}: ${ack.refusal.code}`);
      },
      keyOf: async (name) => {
        const { participantId, token } = joinedAs(name);
        const { status, body } = await call<IngestMade>(system.urls.api, `/api/rooms/${roomId}/ingest`, { method: 'POST', bearer: token, body: { participantId } });
        if (status !== 201) throw new Error(`no key for ${name}: ${status} ${JSON.stringify(body)}`);
        return { url: body.url, token: body.token };
      },
      log: async () => (await ask<{ events: Told[] }>(`/rooms/${roomId}/log`, chair.token)).events,
      aftermath: () => ask<Aftermath>(`/rooms/${roomId}/aftermath`, chair.token),
      bring: async (language, vtt) => {
        const answer = await fetch(`${system.urls.api}/api/rooms/${roomId}/transcript/${language}`, { method: 'PUT', headers: { authorization: `Bearer ${chair.token}`, 'content-type': 'text/vtt' }, body: vtt });
        if (!answer.ok) throw new Error(await answer.text());
      },
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
