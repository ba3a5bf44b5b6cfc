import { createHash } from 'node:crypto';
import { access, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditList, Scene } from '@yaji/chronicle';
import { emsOf, type Face, fitted, fonts, twofold, wrapped } from './lettering.ts';
import { ProgramFailed } from './program.ts';
import { ffmpeg, type Studio } from './studio.ts';

/** The published picture, in pixels. */
export const WIDTH = 1_280;
export const HEIGHT = 720;
const MARGIN = 96;
/** A programme booklet's paper and ink; the accent is the salon's own. */
const paper = '0xF6F1E7';
const ink = '0x22262B';
const faded = '0x6B6459';
const night = '0x14181D';
const bright = '0xFFFFFF';
const pale = '0xE3DCCD';
export const defaultAccent = '#8A3B2F';

type Line = { text: string; face: Face; size: number; x: number; baseline: number; colour: string };
type Bar = { x: number; y: number; width: number; height: number };
type Drawing = { width: number; height: number; ground: string; bars: Bar[]; lines: Line[] };

/** What lies over a picture, with its place. */
export type Overlay = { file: string; x: number; y: number };
/** The images of a scene: a whole card, and what is laid over somebody's picture. `lettered`: the words could be written. */
export type Look = { card: string; overlays: Overlay[]; lettered: boolean };

const PLATE_HEIGHT = 96;
const TOPIC_HEIGHT = 48;

/** Draws the cards and plates of one recording, each once. */
export function cardsFor(studio: Studio, list: EditList, accent: string): (scene: Scene) => Promise<Look> {
  const familyOf = fonts(studio, list.languages);
  const drawn = new Map<string, Promise<Look>>();
  const images = { draw: (drawing: Drawing) => drawnImage(studio, drawing, { accent, familyOf }), list };
  return (scene) => {
    const key = JSON.stringify(scene);
    const look = drawn.get(key) ?? lookOf(scene, images);
    drawn.set(key, look);
    return look;
  };
}

type Images = { draw: (drawing: Drawing) => Promise<{ file: string; lettered: boolean }>; list: EditList };

async function lookOf(scene: Scene, { draw, list }: Images): Promise<Look> {
  if (scene.kind === 'slate') {
    const { file, lettered } = await draw(slate(list, scene));
    return { card: file, overlays: [], lettered };
  }
  const name = twofold(scene.speaker.name, list.languages);
  const organisation = twofold(scene.speaker.organisation, list.languages);
  const topic = twofold(scene.topic, list.languages);
  const card = await draw(speakerCard(name, organisation, topic));
  const plates = name === '' ? [] : [{ drawing: plate(name, organisation), y: HEIGHT - 40 - PLATE_HEIGHT }];
  const topics = topic === '' ? [] : [{ drawing: chip(topic), y: 40 }];
  const laid = await Promise.all([...plates, ...topics].map(async ({ drawing, y }) => ({ ...(await draw(drawing)), x: 40, y })));
  return { card: card.file, overlays: laid, lettered: [card, ...laid].every(({ lettered }) => lettered) };
}

const whole = (bars: Bar[], lines: Line[]): Drawing => ({ width: WIDTH, height: HEIGHT, ground: paper, bars, lines: lines.filter(({ text }) => text !== '') });
const ROOM = WIDTH - 2 * MARGIN;
/** What is too wide is set smaller, to two thirds at most; what is then still too wide is cut. */
function fit(text: string, size: number): { text: string; size: number } {
  const smaller = Math.max(Math.round((size * 2) / 3), Math.min(size, Math.floor(ROOM / Math.max(1, emsOf(text)))));
  return { text: fitted(text, ROOM / smaller), size: smaller };
}

const speakerCard = (name: string, organisation: string, topic: string): Drawing => whole([{ x: MARGIN, y: 290, width: 72, height: 6 }], [
  { ...fit(topic, 28), face: 'sans', x: MARGIN, baseline: 120, colour: faded },
  { ...fit(name, 64), face: 'serif', x: MARGIN, baseline: 384, colour: ink },
  { ...fit(organisation, 34), face: 'sans', x: MARGIN, baseline: 446, colour: faded },
]);

function slate(list: EditList, scene: Extract<Scene, { kind: 'slate' }>): Drawing {
  const first = list.languages[0] ?? 'en';
  const title = wrapped(list.title[first] ?? Object.values(list.title)[0] ?? '', ROOM / 58, 3);
  const below = 300 + title.length * 76;
  return whole([{ x: MARGIN, y: 220, width: 72, height: 6 }], [
    ...title.map((text, index): Line => ({ text, face: 'serif', size: 58, x: MARGIN, baseline: 306 + index * 76, colour: ink })),
    { ...fit(twofold(scene.item, list.languages), 34), face: 'sans', x: MARGIN, baseline: below + 34, colour: ink },
    { ...fit(twofold(scene.topic, list.languages), 28), face: 'sans', x: MARGIN, baseline: below + 84, colour: faded },
  ]);
}

/** As wide as its words, in whole pairs of pixels. */
const widthFor = (lines: readonly Pick<Line, 'text' | 'size'>[], padding: number): number =>
  Math.ceil((Math.max(...lines.map(({ text, size }) => emsOf(text) * size)) + padding) / 2) * 2;

function plate(name: string, organisation: string): Drawing {
  const words = [fit(name, 34), fit(organisation, 22)] as const;
  const [above, below] = words;
  const lines: Line[] = [
    { ...above, face: 'sans', x: 28, baseline: organisation === '' ? 60 : 44, colour: bright },
    { ...below, face: 'sans', x: 28, baseline: 78, colour: pale },
  ];
  return { width: widthFor(words, 64), height: PLATE_HEIGHT, ground: `${night}@0.78`, bars: [{ x: 0, y: 0, width: 8, height: PLATE_HEIGHT }], lines: lines.filter(({ text }) => text !== '') };
}

function chip(topic: string): Drawing {
  const words = fit(topic, 22);
  return { width: widthFor([words], 40), height: TOPIC_HEIGHT, ground: `${night}@0.62`, bars: [], lines: [{ ...words, face: 'sans', x: 20, baseline: 32, colour: bright }] };
}

type Means = { accent: string; familyOf: (face: Face, text: string) => Promise<string> };

/** Makes the image unless it is there already; without words where they cannot be written. */
async function drawnImage(studio: Studio, drawing: Drawing, means: Means): Promise<{ file: string; lettered: boolean }> {
  const name = `image-${createHash('sha256').update(JSON.stringify([drawing, means.accent])).digest('hex').slice(0, 20)}`;
  const file = `${name}.png`;
  if (await isThere(join(studio.folder, file))) return { file, lettered: true };
  const lines = await Promise.all(drawing.lines.map((line, index) => lettered(studio, line, { textFile: `${name}-${index}.txt`, familyOf: means.familyOf })));
  const bars = drawing.bars.map(({ x, y, width, height }) => `drawbox=x=${x}:y=${y}:w=${width}:h=${height}:color=${means.accent.replace('#', '0x')}:t=fill`);
  try {
    await paint(studio, drawing, [...bars, ...lines], file);
    return { file, lettered: true };
  } catch (failure) {
    if (!(failure instanceof ProgramFailed) || failure.isAbsent || failure.isKilled) throw failure;
    const bare = `bare-${name}.png`;
    await paint(studio, drawing, bars, bare);
    return { file: bare, lettered: false };
  }
}

const isThere = (file: string): Promise<boolean> => access(file).then(() => true, () => false);

/** The words go through a file of their own, so that nothing in them can be read as part of the filter. */
async function lettered(studio: Studio, line: Line, { textFile, familyOf }: { textFile: string; familyOf: Means['familyOf'] }): Promise<string> {
  await writeFile(join(studio.folder, textFile), line.text);
  const family = await familyOf(line.face, line.text);
  return `drawtext=font='${family}':textfile=${textFile}:expansion=none:fontsize=${line.size}:fontcolor=${line.colour}:x=${line.x}:y=${line.baseline}-ascent`;
}

async function paint(studio: Studio, { width, height, ground }: Drawing, filters: readonly string[], file: string): Promise<void> {
  const unfinished = `part-${file}`;
  const source = `color=c=${ground}:s=${width}x${height}:d=1,format=rgba`;
  await ffmpeg(studio, ['-f', 'lavfi', '-i', [source, ...filters].join(','), '-frames:v', '1', '-update', '1', unfinished], { limitMs: 60_000 });
  await rename(join(studio.folder, unfinished), join(studio.folder, file));
}
