import type { Document, Draft, ParticipantId, WrittenKind, WrittenLanguage } from '@yaji/contracts';
import type { ActionRecord, MarkedDecision } from './action/action.ts';
import { emptyDraft } from './edition/draft.ts';
import { reworded } from './edition/reworded.ts';
import { logAlone, type Material, type Occasion } from './material.ts';
import { minutesOf } from './minutes.ts';
import { plateOf } from './plate.ts';
import { type Log, replay } from './replay.ts';
import type { Picture } from './report/picture.ts';
import { reportDocument } from './report/report-document.ts';
import { reportOf } from './report/report-of.ts';
import { type Quotes, statementKey } from './report/report.ts';
import type { Statement, Summary } from './summary/summary.ts';
import { minutesDocument } from './written/minutes-document.ts';

/** What is known of a room beside its log. `timeZone`: IANA; `answers`: who agreed to being quoted with which words. */
export type Beside = {
  occasion: Occasion; timeZone: string; summary: Summary | null; pictures: readonly Picture[];
  answers: readonly { participantId: ParticipantId; text: string; agreed: boolean }[];
};

const languages: readonly WrittenLanguage[] = ['en', 'zh-CN'];

/** Minutes or report in every language, as their reviewers left them: a page and a file of it are made of the same. */
export function accountOf(log: Log, beside: Beside, { kind, draft }: { kind: WrittenKind; draft: Draft }): Record<WrittenLanguage, Document> {
  const material = materialOf(log, beside, draft);
  const report = reportOf(material, { ...quotesOf(beside, draft), timeZone: beside.timeZone });
  const write = (language: WrittenLanguage): Document =>
    reworded(kind === 'minutes' ? minutesDocument(material, { language, timeZone: beside.timeZone }) : reportDocument(report, language), draft);
  const [en, zhCN] = languages.map(write) as [Document, Document];
  return { en, 'zh-CN': zhCN };
}

function materialOf(log: Log, { occasion, summary, pictures }: Beside, { actions, withoutPictures }: Draft): Material {
  const room = replay(log);
  const minutes = minutesOf(log);
  const at = minutes.closedAt ?? minutes.openedAt ?? 0;
  const tasks = actions.filter(({ kind }) => kind === 'action').map(({ what, who, by }): ActionRecord => ({ what, by, at, who: who.map((participantId) => plateOf(room, participantId)) }));
  const decided = actions.filter(({ kind }) => kind === 'decision').map(({ what }): MarkedDecision => ({ text: what, at }));
  return {
    ...logAlone(minutes), occasion, summary, pictures: pictures.filter(({ pictureId }) => !withoutPictures.includes(pictureId)),
    actions: [...minutes.actions, ...tasks], marked: [...minutes.marked, ...decided],
  };
}

const statementsIn = (summary: Summary | null): Statement[] =>
  (summary ? [...summary.turns, ...summary.topics, summary.room].flatMap(({ statements }) => statements) : []);

/** [CH30] Who agreed, agreed to exactly these words. */
function quotesOf({ summary, answers }: Beside, draft: Draft): Quotes {
  if (draft.quotes === 'all') return { quotes: 'all' };
  const agreed = new Set(answers.filter((answer) => answer.agreed).map(({ participantId, text }) => `${participantId} ${text}`));
  const approved = statementsIn(summary).filter(({ participantId, text }) => agreed.has(`${participantId} ${text}`));
  return { quotes: 'approved', approved: new Set(approved.map(statementKey)) };
}

/** What the report would quote of somebody, were everybody quoted; each once, in the order of saying. */
export function quotesIn(log: Log, beside: Beside, participantId: ParticipantId): Statement[] {
  const { chapters } = reportOf(materialOf(log, beside, emptyDraft), { quotes: 'all', timeZone: beside.timeZone });
  const own = chapters.flatMap(({ said }) => said.flatMap(({ statement }) => (statement?.participantId === participantId ? [statement] : [])));
  return [...new Map(own.map((statement) => [statement.text, statement])).values()].sort((a, b) => a.fromAt - b.fromAt);
}
