import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Recorded, RecordingOrder } from '@yaji/contracts';
import { editList, minutesLanguages, minutesOf, minutesToMarkdown, type RecordedTrack } from '@yaji/chronicle';

// One folder per release: a log as it was recorded, and what it gave then. What differs today is a mistake of today,
// never of the folder: minutes that were published do not move because a rule was improved. A document may be arranged anew and
// learn to say more; each phrase and figure that it has said stays.
// The only layout there was when these were recorded.
const onlySpeakers: RecordingOrder = { layout: 'speaker', without: [], language: null };
const here = import.meta.dirname;
const releases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory() && /^\d/.test(entry.name)).map(({ name }) => name);

/** In how many goes something long is made is nobody's business: cuts that show and play the same are one. */
function undivided<C extends { offsetMs: number; durationMs: number; fromAt: number; scene: unknown; picture: unknown; sounds: unknown }>(list: { cuts: C[] }): { cuts: C[] } {
  const seen = ({ scene, picture, sounds }: C): string => JSON.stringify([scene, picture, sounds]);
  const cuts: C[] = [];
  for (const cut of list.cuts) {
    const last = cuts.at(-1);
    const goesOn = last && seen(last) === seen(cut) && last.fromAt + last.durationMs === cut.fromAt;
    if (goesOn) cuts[cuts.length - 1] = { ...last, durationMs: last.durationMs + cut.durationMs };
    else cuts.push(cut);
  }
  return { ...list, cuts };
}

/** The least that says something by itself: a cell, a line, what stands between commas; without marks, and each as often as it was said. */
function phrases(markdown: string): Map<string, number> {
  const counts = new Map<string, number>();
  const parts = markdown.replace(/\\(.)/g, '$1').split(/[|\n*,，:：;；.。()（）\u2060]|^#+ /m).map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part) && !/^\d$/.test(part));
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

describe.each(releases)('the golden log of %s', (release) => {
  const read = (file: string): string => readFileSync(join(here, release, file), 'utf8');
  const log = JSON.parse(read('log.json')) as Recorded[];

  it.each(minutesLanguages)('[CL3] [CH7] gives the same minutes for ever (%s)', (language) => {
    const today = phrases(minutesToMarkdown(minutesOf(log), { language, timeZone: 'Asia/Shanghai' }));
    const missing = [...phrases(read(`minutes.${language}.md`))].filter(([phrase, count]) => (today.get(phrase) ?? 0) < count);
    expect(missing).toEqual([]);
  });

  it('[CL3] gives the same edit list for ever', () => {
    const tracks = JSON.parse(read('tracks.json')) as RecordedTrack[];
    // A list may learn to say more; what it has said stays.
    expect(undivided(JSON.parse(JSON.stringify(editList(log, tracks, onlySpeakers))))).toMatchObject(undivided(JSON.parse(read('edit-list.json'))));
  });
});
