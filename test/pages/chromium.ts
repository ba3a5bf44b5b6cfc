import { constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const isThere = (path: string): boolean => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & constants.S_IXUSR) !== 0;

/** The browser that `CHROME_BIN` names, else the first on PATH, else null. */
export function browserPath(): string | null {
  const named = process.env['CHROME_BIN'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isThere) ?? null;
}

export type BrowserWishes = {
  headed?: boolean;
  /** A WAV file (48 kHz mono) that every microphone of this browser hears, over and over; else the fake device beeps. */
  voice?: string;
  /** A Y4M file that every camera of this browser sees, over and over; else the fake device's own picture. */
  camera?: string;
  /** Pictures a second of the fake camera. */
  fps?: number;
  /** How far it stands back for the servers under test (sched(7), nice values). Usual is what the worker has as well. */
  niceness?: number;
};

// A page that is not in front must go on listening and looking: there are a dozen on one small machine.
const flags = [
  '--no-sandbox', '--disable-gpu', '--use-fake-ui-for-media-stream', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-first-run', '--autoplay-policy=no-user-gesture-required', '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows', '--disable-features=CalculateNativeWinOcclusion',
];

/** One browser process with a fake camera and microphone. Throws where the machine has no browser. */
export function startBrowser({ headed = false, voice, camera, fps = 10, niceness = 10 }: BrowserWishes = {}): Promise<Browser> {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('There is no chromium or chrome on PATH; install one or name it in CHROME_BIN.');
  const devices = [`--use-fake-device-for-media-stream=fps=${fps}`, ...(voice ? [`--use-file-for-fake-audio-capture=${voice}`] : []), ...(camera ? [`--use-file-for-fake-video-capture=${camera}`] : [])];
  const polite = join(process.cwd(), 'test/pages/polite-browser.sh');
  return chromium.launch({ executablePath: polite, env: { ...process.env, YAJI_BROWSER: executablePath, YAJI_BROWSER_NICE: String(niceness) }, headless: !headed, args: [...flags, ...devices], handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
}

export type PageWishes = { width?: number; height?: number; language?: string; dark?: boolean; scripts?: (string | (() => void))[]; bypassCSP?: boolean };

/** A dozen pages drawn by one processor: nothing glides, so that a change costs one frame and not many. */
function stillness(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** A fresh person at this browser: own storage, own page. What a script of the page throws is kept in `faults`. */
export async function openPage(browser: Browser, wishes: PageWishes = {}): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const { width = 1024, height = 640, language = 'en', dark = false, scripts = [], bypassCSP = false } = wishes;
  const context = await browser.newContext({
    viewport: { width, height }, locale: language, colorScheme: dark ? 'dark' : 'light', ignoreHTTPSErrors: true, bypassCSP, reducedMotion: 'reduce',
  });
  for (const script of [stillness, ...scripts]) await context.addInitScript(script);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => { faults.push(error.message); });
  return { page, context, faults };
}
