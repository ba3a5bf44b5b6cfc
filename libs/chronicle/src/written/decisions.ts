import type { ActionRecord } from '../action/action.ts';
import { fact, heading, moment, type Part, quote, strong, table } from '../document/blocks.ts';
import type { Block } from '../document/document.ts';
import type { Material } from '../material.ts';
import type { Decision } from '../motion.ts';
import { dayOf } from './moment.ts';
import { around, type Edition, nameAndOrganisation, titleOf, type Writing } from './writing.ts';

/** What was resolved by vote, and what was written down as decided; left out while there is neither. */
export function decisions({ minutes, marked }: Material, w: Writing): Block[] {
  const { say, words, when } = w;
  const some = [
    ...minutes.decisions.flatMap((decision, index) => decisionEntry(decision, index, w)),
    ...marked.map(({ text, at }, index) => fact(strong(`${minutes.decisions.length + index + 1}. ${text === null ? say.removed : words(text)}`), ...beside(when(at), w))),
  ];
  return some.length === 0 ? [] : [heading(1, say.decisions), ...some];
}

/** A time in brackets after what happened then. */
const beside = (at: Part, { say }: Writing): Part[] => around((time) => say.beside('', time), at);

function decisionEntry({ title, text, at, sentence }: Decision, index: number, w: Writing): Block[] {
  return [
    fact(strong(`${index + 1}. ${titleOf(title, w)}`), ...beside(w.when(at), w)),
    ...w.paragraphs(text).map((paragraph) => quote('', paragraph)), fact(strong(w.text(sentence))),
  ];
}

/** Who does what, until when; left out where nobody has anything to do. */
export function actionItems({ actions }: Material, { language }: Edition, w: Writing): Block[] {
  const { say, words } = w;
  const rows = actions.map(({ what, by, at, ...named }, index): Part[] => [
    `${index + 1}`, moment(what === null ? say.removed : words(what), at), responsible(named, w).join(say.list) || say.nobodyNamed, by === null ? say.noDate : dayOf(by, language),
  ]);
  return rows.length === 0 ? [] : [heading(1, say.actions), ...table([say.number, say.task, say.who, say.due], rows)];
}

/** People, an organisation, and whoever else was named in words. */
export const responsible = ({ who, organisation, others }: Pick<ActionRecord, 'who' | 'organisation' | 'others'>, w: Writing): string[] => [
  ...who.map((plate) => nameAndOrganisation(plate, w)), ...(organisation ? [w.text(organisation)] : []), ...(others ? [w.words(others)] : []),
];
