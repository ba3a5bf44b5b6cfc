import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Acknowledged, noteAcks } from '../../pages/acks.ts';
import { openPage, type PageWishes, startBrowser } from '../../pages/chromium.ts';
import { plainMicrophone, poorCamera, soundOnly } from '../../pages/devices.ts';
import { listen } from '../../pages/ear.ts';
import { enterDesk, enterHall, enterListening, enterSpeaking } from '../../pages/door.ts';
import type { Salon } from '../../pages/house.ts';
import { listeners, type Name, speakers } from './cast.ts';
import type { Devices } from './rehearsal.ts';

/** Somebody at a browser. `acks` and `faults` go on through every page that they open. */
export type Person = { name: Name; context: BrowserContext; page: Page; cameAt: number; acks: Acknowledged[][]; faults: string[] };

export type Troupe = {
  /** Opens the invitation, walks in and, if it is a listener, begins to write down what is heard. */
  come: (name: Name) => Promise<Person>;
  /** The page is gone without a word, as when a laptop is shut. */
  drop: (name: Name) => Promise<void>;
  of: (name: Name) => Person;
  all: () => Person[];
  leave: () => Promise<void>;
};

/** `devices`: what each speaker's hear and see, as files. */
type Wishes = { salon: Salon; devices: ReadonlyMap<Name, Devices>; headed: boolean };

const isSpeaker = (name: Name): boolean => speakers.some((one) => one.name === name);

/** Nine pages share two cores or so: each is as large as it must be, and who speaks looks at nobody. */
function wishesOf(name: Name): PageWishes {
  if (name === 'moderator') return { width: 1280, height: 720 };
  return isSpeaker(name) ? { width: 400, height: 640, scripts: [plainMicrophone, poorCamera, soundOnly] } : { width: 800, height: 520 };
}

/** On a server that has no browsers the worker renders beside the salon for nothing. Here it may do so with what the browsers leave. */
const niceness = 5;

/** Everybody who speaks has a browser of their own, since a browser has one microphone; the others share one. */
export function gather({ salon, devices, headed }: Wishes): Troupe {
  const browsers = new Map<string, Promise<Browser>>();
  const people = new Map<Name, Person>();
  let ending = false;

  const browserFor = (name: Name): Promise<Browser> => {
    const own = devices.get(name);
    const key = own ? name : 'shared';
    const known = browsers.get(key);
    if (known) return known;
    const started = startBrowser({ headed, niceness, ...own });
    browsers.set(key, started);
    return started;
  };

  const enter = async (name: Name, page: Page): Promise<void> => {
    const url = salon.doorOf(name);
    if (name === 'moderator') return enterDesk(page, url);
    if (name === 'hall') return enterHall(page, url);
    return isSpeaker(name) ? enterSpeaking(page, url) : enterListening(page, url);
  };

  const arrive = async (name: Name): Promise<Person> => {
    const before = people.get(name);
    const { page, context, faults } = before
      ? { page: await before.context.newPage(), context: before.context, faults: before.faults }
      : await openPage(await browserFor(name), wishesOf(name));
    if (before) page.on('pageerror', (error) => { faults.push(error.message); });
    const acks = [...before?.acks ?? [], noteAcks(page)];
    const person: Person = { name, page, context, faults, acks, cameAt: Date.now() };
    people.set(name, person);
    await enter(name, page);
    if (listeners.includes(name)) await listen(page);
    return { ...person, cameAt: Date.now() };
  };

  const of = (name: Name): Person => {
    const person = people.get(name);
    if (!person) throw new Error(`${name} has not come yet`);
    return person;
  };

  return {
    of,
    all: () => [...people.values()],
    come: async (name) => {
      if (ending) throw new Error('the demo is ending');
      const person = await arrive(name);
      people.set(name, person);
      return person;
    },
    drop: async (name) => { await of(name).page.close({ runBeforeUnload: false }); },
    leave: async () => {
      ending = true;
      await Promise.allSettled([...browsers.values()].map(async (browser) => (await browser).close()));
    },
  };
}
