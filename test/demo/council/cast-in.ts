import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Acknowledged, noteAcks } from '../../pages/acks.ts';
import { openPage, startBrowser } from '../../pages/chromium.ts';
import { plainMicrophone, poorCamera, soundOnly } from '../../pages/devices.ts';
import { enterDesk, enterHall, enterListening, enterSpeaking, untilLive } from '../../pages/door.ts';
import { listen } from '../../pages/ear.ts';
import type { Salon } from '../../pages/house.ts';
import { speakIntoFile, type Voice } from '../../pages/voices.ts';
import type { Witness } from '../evidence.ts';
import { plugIn } from './acts.ts';
import { microphones, remote } from './cast.ts';

/** A page of the meeting. `acks`: what was acknowledged to it; `faults`: what its scripts threw. */
export type Present = Witness & { context: BrowserContext; acks: Acknowledged[]; faults: string[] };
export type Chamber = { of: (name: string) => Present; all: () => Present[]; leave: () => Promise<void> };
type Around = { salon: Salon; folder: string; headed: boolean; say: (line: string) => void };

/** Brings everybody in: the chair, the usher, the projector, an observer; three delegates online; two microphones of the hall. */
export async function assemble({ salon, folder, headed, say }: Around): Promise<Chamber> {
  const browsers: Promise<Browser>[] = [];
  const present = new Map<string, Present>();
  const start = (voice?: string): Promise<Browser> => {
    const started = startBrowser({ headed, ...(voice ? { voice } : {}) });
    browsers.push(started);
    return started;
  };
  const shared = await start();
  const bring = async (name: string, wishes: Parameters<typeof openPage>[1], enter: (page: Page) => Promise<void>, browser = shared): Promise<void> => {
    const { page, context, faults } = await openPage(browser, wishes);
    const acks = noteAcks(page);
    await enter(page);
    present.set(name, { name, page, context, faults, acks, cameAt: Date.now() });
  };
  const speaking = async (name: string, voice: Voice): Promise<Browser> => start(await speakIntoFile(folder, name, voice));

  await bring('chair', { width: 1280, height: 800 }, (page) => enterDesk(page, salon.doorOf('chair')));
  await bring('usher', { width: 820, height: 1000 }, async (page) => { await enterListening(page, salon.doorOf('usher')); });
  say('the chair is at the desk, the usher at the door');
  for (const { id, voice } of microphones) await bring(id, { width: 390, height: 700, scripts: [plainMicrophone] }, (page) => plugIn(page, salon, id), await speaking(id, voice));
  say(`${microphones.length} microphones of the hall are plugged in`);
  for (const { name, voice } of remote) {
    await bring(name, { width: 400, height: 640, scripts: [plainMicrophone, poorCamera, soundOnly] }, (page) => enterSpeaking(page, salon.doorOf(name)), await speaking(name, voice));
  }
  say(`${remote.length} delegates are there, each from elsewhere`);
  await bring('ana', { width: 800, height: 520 }, (page) => enterListening(page, salon.doorOf('ana')));
  await bring('hall', { width: 1280, height: 720 }, async (page) => {
    await enterHall(page, salon.doorOf('hall'));
    await untilLive(page);
  });
  for (const name of ['ana', 'hall']) await listen(of(name).page);
  say('an observer listens online, and the projector is on');

  function of(name: string): Present {
    const one = present.get(name);
    if (!one) throw new Error(`${name} has not come`);
    return one;
  }
  return {
    of, all: () => [...present.values()],
    leave: async () => { await Promise.allSettled(browsers.map(async (browser) => (await browser).close())); },
  };
}
