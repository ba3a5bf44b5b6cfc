import { type Claim, type Essence, type Fault, faultBetween, faultIn, isSameLanguage, type Known, type Statement, type Telling } from '@yaji/chronicle';
import { askModel, type Model, ModelFailed, type Patience } from './ask-model.ts';
import { citedIn, questionOf, type Question, readAnswer, repairOf, type Told } from './question.ts';

export type Listener = { model: Model; known: Known; signal: AbortSignal; patience: Patience };
/** `faults`: why sentences were left out, one for each. */
export type Tellings = { told: Essence['told']; faults: Fault[] };

const languages = ['en', 'zh-CN'] as const;
/** More cited sentences than this support anything. */
const mostCited = 6;

/** Has the service tell one matter in other words, and keeps what the words that were said support. Rejects with `ModelFailed`. */
export async function tell(question: Question, { model, known, signal, patience }: Listener): Promise<Tellings> {
  const asked = questionOf(question);
  const said = await askModel(model, asked, signal, patience);
  const answer = readAnswer(said) ?? readAnswer(await askModel(model, repairOf(asked, said), signal, patience));
  if (!answer) throw new ModelFailed('wrong', 'answered something else than was asked for, twice');
  const judged = answer.slice(0, question.most).map((sentence) => judge(sentence, question.statements, known));
  const told: Essence['told'] = {};
  for (const language of languages) {
    const tellings = judged.flatMap(({ kept }) => kept[language] ?? []);
    if (tellings.length > 0) told[language] = tellings;
  }
  return { told, faults: judged.flatMap(({ faults }) => faults) };
}

type Judged = { kept: Partial<Record<typeof languages[number], Telling>>; faults: Fault[] };

const differs = (claim: Claim, twin: Claim | undefined): Fault | null => (twin ? faultBetween(claim, twin) ?? faultBetween(twin, claim) : null);

/** Cites too little or too much. */
const isCited = (evidence: readonly Statement[] | null): evidence is readonly Statement[] => evidence !== null && evidence.length > 0 && evidence.length <= mostCited;

/**
 * The telling in the language that was spoken is held against the words themselves, and the other one against it as well: what is not supported where it
 * can be checked well is not believed in translation either.
 */
function judge(told: Told, statements: readonly Statement[], known: Known): Judged {
  const evidence = citedIn(told, statements);
  if (!isCited(evidence)) return { kept: {}, faults: ['uncited'] };
  const claims = languages.flatMap((language): Claim[] => {
    const text = told[language]?.trim();
    return text ? [{ language, text, evidence }] : [];
  });
  const first = claims.find(isSameLanguage);
  const firstFault = first && faultIn(first, known);
  if (first && firstFault) return { kept: {}, faults: [firstFault] };
  const judged: Judged = { kept: {}, faults: [] };
  for (const claim of claims) {
    const fault = claim === first ? null : faultIn(claim, known) ?? differs(claim, first);
    if (fault) judged.faults.push(fault);
    else judged.kept[claim.language as typeof languages[number]] = { text: claim.text, evidence: [...evidence] };
  }
  return judged;
}
