import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Recorded, RecordingOrder } from '@yaji/contracts';
import { editList, minutesLanguages, minutesOf, minutesToMarkdown, type RecordedTrack } from '@yaji/chronicle';

// One folder per release: a log as it was recorded, and what it gave then. What differs today is a mistake of today,
// never of the folder: minutes that were published do not move because a rule was improved.
// The only layout there was when these were recorded.
const onlySpeakers: RecordingOrder = { layout: 'speaker', without: [], language: null };
const here = import.meta.dirname;
const releases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

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

describe.each(releases)('the golden log of %s', (release) => {
  const read = (file: string): string => readFileSync(join(here, release, file), 'utf8');
  const log = JSON.parse(read('log.json')) as Recorded[];

  it.each(minutesLanguages)('[CL3] [CH7] gives the same minutes for ever (%s)', (language) => {
    expect(minutesToMarkdown(minutesOf(log), { language, timeZone: 'Asia/Shanghai' })).toBe(read(`minutes.${language}.md`));
  });

  it('[CL3] gives the same edit list for ever', () => {
    const tracks = JSON.parse(read('tracks.json')) as RecordedTrack[];
    // A list may learn to say more; what it has said stays.
    expect(undivided(JSON.parse(JSON.stringify(editList(log, tracks, onlySpeakers))))).toMatchObject(undivided(JSON.parse(read('edit-list.json'))));
  });
});
