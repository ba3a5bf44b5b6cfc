import type { EntryId, Lane, Stance } from '@yaji/contracts';
import { type ReactNode, useId, useState } from 'react';
import { inLanguage } from '../../../../i18n/local-text.ts';
import { useWords, type Wording } from '../../../../i18n/words.ts';
import { Button } from '../../../../ui/controls/button.tsx';
import { TextArea } from '../../../../ui/controls/field.tsx';
import { Dialog } from '../../../../ui/dialog/dialog.tsx';
import type { Wish } from '../queue-panel.ts';
import { laneWording } from '../lane-words.ts';
import type { Choices } from './choices.ts';
import css from './wish.module.css';

type Props = { choices: Choices; raise: (wish: Wish) => void; onClose: () => void };

const noteMost = 250;
const hints: Readonly<Record<Lane, Wording>> = {
  normal: 'floor.laneNormalHint', interposed: 'floor.laneInterposedHint', intervention: 'floor.laneInterventionHint', 'point-of-order': 'floor.lanePointOfOrderHint',
};
const stances: readonly [Stance | '', Wording][] = [['', 'floor.stanceNone'], ['pro', 'floor.stancePro'], ['contra', 'floor.stanceContra']];

/** What the hand is raised for: how, on which side, answering whom, and a note for everybody. */
export default function WishDialog({ choices, raise, onClose }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Lane | undefined>(choices.lanes[0]);
  const [category, setCategory] = useState(choices.categories[0]?.category);
  const [stance, setStance] = useState<Stance | ''>('');
  const [answers, setAnswers] = useState<EntryId | ''>('');
  const [note, setNote] = useState('');
  // What was chosen may have gone meanwhile: the list was closed, or the same was asked on another device.
  const lane = choices.lanes.find((one) => one === chosen) ?? choices.lanes[0];
  const answered = choices.answerable.find(({ entryId }) => entryId === answers)?.entryId;
  const isOrder = lane === 'point-of-order';
  const send = () => {
    if (!lane) return;
    raise({
      lane, ...(isOrder && category ? { category } : {}), ...(!isOrder && stance ? { stance } : {}),
      ...(!isOrder && answered ? { answers: answered } : {}), ...(note.trim() ? { note: note.trim() } : {}),
    });
  };
  return (
    <Dialog title={t('floor.wish')} onClose={onClose}>
      <form className={css.form} data-testid="wish" onSubmit={(event) => { event.preventDefault(); send(); }}>
        {(choices.lanes.length > 1 || lane !== 'normal') && <Lanes lanes={choices.lanes} lane={lane} choose={setChosen} />}
        {isOrder && choices.categories.length > 0 && <Categories categories={choices.categories} category={category} choose={setCategory} />}
        {!isOrder && <Stances stance={stance} choose={setStance} />}
        {!isOrder && choices.answerable.length > 0 && <Answerable answerable={choices.answerable} answers={answered ?? ''} choose={setAnswers} />}
        <TextArea label={t('floor.note')} hint={<span className={css.hint}><span>{t('floor.noteHint')}</span><span>{note.length}/{noteMost}</span></span>} maxLength={noteMost} rows={2} value={note}
          onChange={(event) => setNote(event.currentTarget.value)} data-testid="wish-note" />
        <div className={css.acts}>
          <Button variant="plain" onClick={onClose}>{t('app.cancel')}</Button>
          <Button submit data-testid="wish-send">{t('floor.raise')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function Lanes({ lanes, lane, choose }: { lanes: readonly Lane[]; lane: Lane | undefined; choose: (lane: Lane) => void }) {
  const { t } = useWords();
  return (
    <fieldset className={css.lanes}>
      <legend className="sr">{t('floor.wishKind')}</legend>
      {lanes.map((one) => (
        <label key={one} className={css.lane}>
          <input type="radio" name="lane" value={one} checked={one === lane} onChange={() => choose(one)} data-testid={`wish-${one}`} />
          <strong>{t(laneWording[one])}</strong>
          <span>{t(hints[one])}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Stances({ stance, choose }: { stance: Stance | ''; choose: (stance: Stance | '') => void }) {
  const { t } = useWords();
  return (
    <fieldset className={css.stances}>
      <legend className={css.legend}>{t('floor.stance')}</legend>
      {stances.map(([one, words]) => (
        <label key={one} className={css.stance}><input type="radio" name="stance" value={one} checked={one === stance} onChange={() => choose(one)} data-testid={`wish-stance-${one || 'none'}`} />{t(words)}</label>
      ))}
    </fieldset>
  );
}

type CategoriesProps = { categories: Choices['categories']; category: string | undefined; choose: (category: string) => void };

function Categories({ categories, category, choose }: CategoriesProps) {
  const { t, language } = useWords();
  return (
    <Choice legend={t('floor.category')} value={category} choose={choose} data-testid="wish-category">
      {categories.map((one) => <option key={one.category} value={one.category}>{inLanguage(one.title, language).text}</option>)}
    </Choice>
  );
}

type AnswerableProps = { answerable: Choices['answerable']; answers: EntryId | ''; choose: (entryId: EntryId | '') => void };

function Answerable({ answerable, answers, choose }: AnswerableProps) {
  const { t, language } = useWords();
  return (
    <Choice legend={t('floor.answersWhom')} value={answers} choose={choose} data-testid="wish-answers">
      <option value="">{t('floor.answersNobody')}</option>
      {answerable.map(({ entryId, plate }) => <option key={entryId} value={entryId}>{inLanguage(plate.name, language).text || t('people.unnamed')}</option>)}
    </Choice>
  );
}

type ChoiceProps<T extends string> = { legend: string; value: T | undefined; choose: (value: T) => void; children: ReactNode; 'data-testid': string };

/** One of what its options say, under its legend. */
function Choice<T extends string>({ legend, choose, ...select }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className={css.pick}>
      <label htmlFor={id} className={css.legend}>{legend}</label>
      <select id={id} onChange={(event) => choose(event.currentTarget.value as T)} {...select} />
    </div>
  );
}
