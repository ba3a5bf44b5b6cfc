import type { LocalText } from '@yaji/contracts';
import { fact, heading, type Part, strong, table } from '../document/blocks.ts';
import type { Block } from '../document/document.ts';
import type { TurnRecord } from '../floor.ts';
import type { Minutes } from '../minutes.ts';
import type { SpeakingLine } from '../statistics/speaking.ts';
import { lengthOf } from './moment.ts';
import { awardBlocks } from './voting/awards.ts';
import { motionBlocks } from './voting/motions.ts';
import { NOTHING, type Writing } from './writing.ts';

/** Each with its letter, as far as there is something in it. */
export function annexes(minutes: Minutes, w: Writing): Block[] {
  const { say } = w;
  const all = [
    { title: say.turns, blocks: contributions(minutes, w) }, { title: say.speaking, blocks: speaking(minutes, w) },
    { title: say.motions, blocks: motionBlocks(minutes.motions, w) }, { title: say.awards, blocks: awardBlocks(minutes.awards, w) },
  ].filter(({ blocks }) => blocks.length > 0);
  return all.flatMap(({ title, blocks }, index) => [heading(1, say.annex('ABCD'.charAt(index), title)), ...blocks]);
}

/** Both topics and items have short names; the topic says more. */
function subjectOf({ agenda: items }: Minutes, { itemId, topicId }: TurnRecord): LocalText | null {
  const item = items.find((one) => one.itemId === itemId);
  return item?.topics.find((topic) => topic.topicId === topicId)?.title ?? item?.title ?? null;
}

function contributions(minutes: Minutes, { say, text, name, when }: Writing): Block[] {
  if (minutes.turns.length === 0) return [fact(say.noTurns)];
  const rows = minutes.turns.map((turn, index): Part[] => [
    `${index + 1}`, turn.lane === 'normal' ? name(turn.speaker) : say.beside(name(turn.speaker), say.lanes[turn.lane]), text(turn.speaker.organisation), text(subjectOf(minutes, turn)), when(turn.startedAt),
    lengthOf(turn.tookMs), turn.speechMs === null ? NOTHING : lengthOf(turn.speechMs), turn.reason === null ? say.underWay : say.endings[turn.reason],
  ]);
  return table([say.number, say.speaker, say.organisation, say.topic, say.start, say.measured, say.speech, say.ending], rows, [4, 5, 6]);
}

function speaking({ speaking: { person, organisation, country, language } }: Minutes, w: Writing): Block[] {
  const { say, text } = w;
  const named = ({ name }: SpeakingLine): string => (name === null ? say.removed : text(name));
  const known = (line: SpeakingLine, told: (key: string) => string): string => (line.key === '' ? say.notKnown : told(line.key));
  return [
    ...shares({ title: say.shareBy.person, head: say.name, lines: person, nameOf: named }, w),
    ...shares({ title: say.shareBy.organisation, head: say.organisation, lines: organisation, nameOf: (line) => (line.key === '' ? say.noOrganisation : named(line)) }, w),
    ...shares({ title: say.shareBy.country, head: say.country, lines: country, nameOf: (line) => known(line, say.countryName) }, w),
    ...shares({ title: say.shareBy.language, head: say.languageColumn, lines: language, nameOf: (line) => known(line, say.languageName) }, w),
  ];
}

type Shares = { title: string; head: string; lines: readonly SpeakingLine[]; nameOf: (line: SpeakingLine) => string };

/** Left out where all of it belongs to none. */
function shares({ title, head, lines, nameOf }: Shares, { say }: Writing): Block[] {
  if (lines.every(({ key }) => key === '')) return [];
  const whole = lines.reduce((sum, { speechMs }) => sum + speechMs, 0);
  const rows = lines.map((line) => [nameOf(line), `${line.turns}`, lengthOf(line.speechMs), whole === 0 ? NOTHING : `${Math.round((line.speechMs * 100) / whole)} %`]);
  return [fact(strong(title)), ...table([head, say.turnsColumn, say.speech, say.share], rows, [1, 2, 3])];
}
