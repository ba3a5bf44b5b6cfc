import type { Cut, EditList, Scene } from '@yaji/chronicle';
import type { LocalText } from '@yaji/contracts';
import { bright, type Drawing, type Drawn, drawnImage, faded, ink, type Line, night, paper, pale } from './drawing.ts';
import { emsOf, fitted, fonts, twofold, wrapped } from './lettering.ts';
import { type Box, HEAD, HEIGHT, LABEL, placesFor, WIDTH } from './places.ts';
import type { Studio } from '../studio.ts';

export const defaultAccent = '#8A3B2F';
const MARGIN = 96;
const PLATE_HEIGHT = 96;
const TOPIC_HEIGHT = 48;

/** What lies over a picture, with its place. */
export type Overlay = { file: string; x: number; y: number };
/**
 * The images of a cut: a ground with everything that does not move, the places on it for those who are seen (the speaker first), and what is
 * laid over them. `lettered`: the words could be written.
 */
export type Look = { ground: string; places: Box[]; overlays: Overlay[]; lettered: boolean };

type Framed = Pick<Cut, 'scene' | 'layout' | 'picture' | 'beside'>;
type Images = { draw: (drawing: Drawing) => Promise<Drawn>; list: Pick<EditList, 'title' | 'languages'> };

/** Draws the grounds and plates of one recording, each once. */
export function looksFor(studio: Studio, list: Pick<EditList, 'title' | 'languages'>, accent: string): (cut: Framed) => Promise<Look> {
  const familyOf = fonts(studio, list.languages);
  const drawn = new Map<string, Promise<Look>>();
  const images: Images = { draw: (drawing) => drawnImage(studio, drawing, { accent, familyOf }), list };
  return ({ scene, layout, picture, beside }) => {
    const key = JSON.stringify([scene, layout, picture === null, beside.map((tile) => [tile.who, tile.picture === null])]);
    const look = drawn.get(key) ?? lookOf({ scene, layout, picture, beside }, images);
    drawn.set(key, look);
    return look;
  };
}

async function lookOf(cut: Framed, images: Images): Promise<Look> {
  const { scene } = cut;
  if (scene.kind === 'slate') return alone(await images.draw(slate(images.list, scene)), []);
  if (cut.layout !== 'speaker') return together(cut, images);
  return scene.kind === 'open' ? alone(await images.draw(slate(images.list, scene)), []) : speakerAlone(scene, images);
}

const alone = (card: Drawn, overlays: (Overlay & { lettered: boolean })[]): Look => ({
  ground: card.file, places: placesFor('speaker', 1), overlays, lettered: card.lettered && overlays.every(({ lettered }) => lettered),
});

async function speakerAlone({ speaker, topic: subject }: Extract<Scene, { kind: 'turn' }>, { draw, list }: Images): Promise<Look> {
  const words = (texts: LocalText | null): string => twofold(texts, list.languages);
  const [name, organisation, topic] = [words(speaker.name), words(speaker.organisation), words(subject)];
  const card = await draw(speakerCard(name, organisation, topic));
  const plates = name === '' ? [] : [{ drawing: plate(name, organisation), y: HEIGHT - 40 - PLATE_HEIGHT }];
  const topics = topic === '' ? [] : [{ drawing: chip(topic), y: 40 }];
  return alone(card, await Promise.all([...plates, ...topics].map(async ({ drawing, y }) => ({ ...(await draw(drawing)), x: 40, y }))));
}

/** Several people: all that is written lies on the ground, beside and below the pictures. */
async function together({ scene, layout, picture, beside }: Framed, { draw, list }: Images): Promise<Look> {
  const words = (texts: LocalText | null): string => twofold(texts, list.languages);
  const first = scene.kind === 'turn' ? [{ who: scene.speaker, picture }] : [];
  const people = [...first, ...beside];
  const places = placesFor(layout, people.length);
  const subject = scene.kind === 'slate' ? null : scene.topic;
  const head = fit(words(subject ?? (scene.kind === 'open' ? scene.item : null)), 26, WIDTH - 64);
  const drawing: Drawing = { width: WIDTH, height: HEIGHT, ground: paper, bars: [], lines: [{ ...head, face: 'sans', x: 32, baseline: HEAD - 26, colour: faded }] };
  people.forEach(({ who, picture: own }, index) => {
    const place = places[index];
    if (!place) return;
    const isSpeaker = index === 0 && scene.kind === 'turn';
    const [name, organisation] = [words(who.name), words(who.organisation)];
    drawing.bars.push(...backOf(place, isSpeaker));
    if (own === null) drawing.lines.push(...cardIn(place, name));
    drawing.lines.push(...labelBelow(place, { name, organisation, isLarge: isSpeaker && layout === 'speaker-and-next' }));
  });
  const card = await draw(drawing);
  return { ground: card.file, places, overlays: [], lettered: card.lettered };
}

/** Where a picture will lie, or a card lies; the speaker's has the accent's edge. */
function backOf({ x, y, width, height }: Box, isSpeaker: boolean): Drawing['bars'] {
  const edge = isSpeaker ? [{ x: x - 4, y: y - 4, width: width + 8, height: height + 8, colour: null }] : [];
  return [...edge, { x, y, width, height, colour: night }];
}

function cardIn({ x, y, width, height }: Box, name: string): Line[] {
  const size = Math.max(18, Math.round(height / 9));
  const words = fit(name, size, width - size);
  return [{ ...words, face: 'serif', x: x + Math.round((width - emsOf(words.text) * words.size) / 2), baseline: y + Math.round(height / 2 + words.size / 3), colour: pale }];
}

type Label = { name: string; organisation: string; isLarge: boolean };
function labelBelow({ x, y, width, height }: Box, { name, organisation, isLarge }: Label): Line[] {
  const below = y + height;
  if (!isLarge) return [{ ...fit(name, 20, width), face: 'sans', x, baseline: below + LABEL - 12, colour: ink }];
  return [
    { ...fit(name, 34, width), face: 'serif', x, baseline: below + 52, colour: ink },
    { ...fit(organisation, 22, width), face: 'sans', x, baseline: below + 86, colour: faded },
  ];
}

const whole = (bars: Omit<Drawing['bars'][number], 'colour'>[], lines: Line[]): Drawing =>
  ({ width: WIDTH, height: HEIGHT, ground: paper, bars: bars.map((bar) => ({ ...bar, colour: null })), lines });
const ROOM = WIDTH - 2 * MARGIN;

/** What is too wide is set smaller, to two thirds at most; what is then still too wide is cut. */
function fit(text: string, size: number, room = ROOM): { text: string; size: number } {
  const smaller = Math.max(Math.round((size * 2) / 3), Math.min(size, Math.floor(room / Math.max(1, emsOf(text)))));
  return { text: fitted(text, room / smaller), size: smaller };
}

const speakerCard = (name: string, organisation: string, topic: string): Drawing => whole([{ x: MARGIN, y: 290, width: 72, height: 6 }], [
  { ...fit(topic, 28), face: 'sans', x: MARGIN, baseline: 120, colour: faded },
  { ...fit(name, 64), face: 'serif', x: MARGIN, baseline: 384, colour: ink },
  { ...fit(organisation, 34), face: 'sans', x: MARGIN, baseline: 446, colour: faded },
]);

function slate({ title: titles, languages }: Images['list'], { item, topic }: Exclude<Scene, { kind: 'turn' }>): Drawing {
  const title = wrapped(titles[languages[0] ?? 'en'] ?? Object.values(titles)[0] ?? '', ROOM / 58, 3);
  const below = 300 + title.length * 76;
  return whole([{ x: MARGIN, y: 220, width: 72, height: 6 }], [
    ...title.map((text, index): Line => ({ text, face: 'serif', size: 58, x: MARGIN, baseline: 306 + index * 76, colour: ink })),
    { ...fit(twofold(item, languages), 34), face: 'sans', x: MARGIN, baseline: below + 34, colour: ink },
    { ...fit(twofold(topic, languages), 28), face: 'sans', x: MARGIN, baseline: below + 84, colour: faded },
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
  return { width: widthFor(words, 64), height: PLATE_HEIGHT, ground: `${night}@0.78`, bars: [{ x: 0, y: 0, width: 8, height: PLATE_HEIGHT, colour: null }], lines };
}

function chip(topic: string): Drawing {
  const words = fit(topic, 22);
  return { width: widthFor([words], 40), height: TOPIC_HEIGHT, ground: `${night}@0.62`, bars: [], lines: [{ ...words, face: 'sans', x: 20, baseline: 32, colour: bright }] };
}
