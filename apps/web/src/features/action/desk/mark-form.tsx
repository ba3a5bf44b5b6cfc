import type { ActionMark, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Action } from '@yaji/salon';
import { type ReactNode, useMemo, useState } from 'react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/field.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Local } from '../../../ui/name.tsx';
import { findPeople } from '../../member/people-panel.ts';
import { plateOf } from '../../member/plate.ts';
import { organisationName } from '../action-panel.ts';
import css from '../action.module.css';
import { readDay } from './read-day.ts';
import { nameables, readLine, type ReadLine, typedName } from './read-line.ts';

type Props = { view: RoomView; /** What is worded anew; null: something new. */ first: DeepReadonly<Action> | null; /** Answers whether it was taken. */ save: (mark: ActionMark) => Promise<boolean>; close: () => void };
const shownNames = 5;
const most = 500;

type Draft = { mark: ActionMark; read: ReadLine; by: string | null; kind: Action['kind']; line: string; setKind: (kind: Action['kind']) => void; setLine: (line: string) => void; setDay: (day: string) => void };

/** What the line says, and what was put right by hand. */
function useDraft(view: RoomView, first: Props['first']): Draft {
  const { language } = useWords();
  const [kind, setKind] = useState<Action['kind']>(first?.kind ?? 'action');
  const [line, setLine] = useState(() => (first ? lineOf(view, first, language) : ''));
  /** Chosen in the calendar; undefined: as the line says. */
  const [day, setDay] = useState<string | null | undefined>(first?.by ?? undefined);
  const today = new Date(view.now).toDateString();
  const { members } = view.room;
  const heard = useMemo(() => readLine(line, nameables({ members }, first?.who), (text) => readDay(text, { today: new Date(today), language })), [line, members, first, language, today]);
  const by = day === undefined ? heard.by : day;
  const read = { ...heard, who: [...new Set([...heard.who, ...unnamed(view, first)])] };
  const mark: ActionMark = kind === 'decision' ? { kind, what: line.trim() } : { ...read, kind, by };
  return { mark, read, by, kind, line, setKind, setLine, setDay: (chosen) => setDay(chosen === '' ? null : chosen) };
}

/** Whose name was erased cannot be written; they stay. */
const unnamed = ({ room }: RoomView, first: Props['first']): ParticipantId[] => (first?.who ?? []).filter((participantId) => Object.keys(plateOf(room, participantId).name).length === 0);

/** One line: who, what, by when. What was understood stands below it, so that it can be put right before it is saved. */
export default function MarkForm({ view, first, save, close }: Props) {
  const { t } = useWords();
  const { mark, read, by, kind, line, setKind, setLine, setDay } = useDraft(view, first);
  const isTask = kind === 'action';
  const wrong = mark.what.length > most ? t('action.tooLong', { most }) : undefined;
  const ready = mark.what !== '' && wrong === undefined;
  const submit = async () => { if (ready && await save(mark)) close(); };
  return (
    <Dialog title={t(first ? 'action.reword' : 'action.mark')} onClose={close}>
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} data-testid="mark-form">
        <fieldset className={css.kinds}>
          <legend className="sr">{t('action.kind')}</legend>
          {(['action', 'decision'] as const).map((one) => (
            <label key={one}><input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} data-testid={`mark-${one}`} />{t(`replayKind.${one}`)}</label>
          ))}
        </fieldset>
        <TextField autoFocus autoComplete="off" label={t(isTask ? 'action.line' : 'action.decisionLine')} hint={isTask && t('action.lineHint')} wrong={wrong} maxLength={800} value={line} onChange={(event) => setLine(event.currentTarget.value)} data-testid="mark-line" />
        {isTask && <><Names view={view} line={line} choose={setLine} /><Understood view={view} read={read} by={by} setBy={setDay} /></>}
        <p className={css.acts}><Button submit disabled={!ready} data-testid="mark-save">{t('question.save')}</Button><Button variant="plain" onClick={close}>{t('app.cancel')}</Button></p>
      </form>
    </Dialog>
  );
}

/** Those who are in the room, by what is being typed. */
function Names({ view, line, choose }: { view: RoomView; line: string; choose: (line: string) => void }) {
  const { language } = useWords();
  const typing = typedName(line);
  if (!typing || typing.typed.trim().length === 0 || typing.typed.length > 40) return null;
  const found = findPeople(view, typing.typed).filter(({ name }) => Object.keys(name).length > 0).slice(0, shownNames);
  return (
    <div className={css.found} data-testid="mark-names">
      {found.map(({ participantId, name }) => {
        const written = inLanguage(name, language).text;
        return <Button key={participantId} size="sm" variant="light" onClick={() => choose(`${typing.before}${written}: `)}><bdi>{written}</bdi></Button>;
      })}
    </div>
  );
}

type Understands = { view: RoomView; read: ReadLine; by: string | null; setBy: (day: string) => void };

function Understood({ view: { room }, read: { who, organisation, others, what }, by, setBy }: Understands) {
  const { t } = useWords();
  const house = organisationName(room, organisation);
  const named: ReactNode[] = [
    ...who.map((one) => plateOf(room, one)).map(({ participantId, name }) => (Object.keys(name).length > 0 ? <Local key={participantId} of={name} /> : <span key={participantId}>{t('people.unnamed')}</span>)),
    ...(house ? [<Local key="house" of={house} />] : []), ...(others === null ? [] : [<bdi key="others">{others}</bdi>]),
  ];
  return (
    <div className={css.read} data-testid="mark-read">
      <dl>
        <dt>{t('action.who')}</dt><dd data-testid="mark-who">{named.length === 0 ? <span className="faint">–</span> : named.map((name, n) => [n > 0 ? t('action.and') : '', name])}</dd>
        <dt>{t('action.what')}</dt><dd data-testid="mark-what">{what === '' ? <span className="faint">–</span> : <bdi>{what}</bdi>}</dd>
      </dl>
      <TextField type="date" label={t('action.by')} value={by ?? ''} onChange={(event) => setBy(event.currentTarget.value)} data-testid="mark-by" />
    </div>
  );
}

/** The line that would say the same. */
function lineOf({ room }: RoomView, { kind, who, organisation, others, what }: DeepReadonly<Action>, language: string): string {
  const house = organisationName(room, organisation);
  const names = [...who.map((one) => inLanguage(plateOf(room, one).name, language).text), house ? inLanguage(house, language).text : '', others ?? ''].filter((name) => name !== '');
  return kind === 'decision' || names.length === 0 ? what ?? '' : `${names.join(', ')}: ${what ?? ''}`;
}
