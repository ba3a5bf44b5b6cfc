import type { ActionMark } from '@yaji/contracts';
import { Suspense, useState } from 'react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import type { Live } from '../../../live/live-client.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { tell } from '../../../ui/dialog/notices.tsx';
import type { ActionRow } from '../action-panel.ts';
import { part } from '../../../ui/part/part.ts';
import css from '../action.module.css';
import Actions from '../actions.tsx';

const MarkForm = part(() => import('./mark-form.tsx'));

type Props = { view: RoomView; live: Live; marking: boolean; setMarking: (marking: boolean) => void };

/** What was agreed, and how it is held fast. Everything is done at once and can be taken back. */
export default function DeskActions({ view, live, marking, setMarking }: Props) {
  const { t } = useWords();
  const [rewording, setRewording] = useState<ActionRow | null>(null);
  const open = view.room.phase === 'open';
  const acts = (row: ActionRow) => (
    <>
      {row.markedBy && row.markedBy.participantId !== view.me.participantId && <MarkedBy row={row} />}
      {open && (
        <p className={css.acts}>
          <Button size="sm" variant="quiet" disabled={row.busy} onClick={() => setRewording(row)} data-testid="action-reword">{t('action.reword')}</Button>
          <Button size="sm" variant="quiet" disabled={row.busy} onClick={() => void withdraw(live, row, t)} data-testid="action-withdraw">{t('action.withdraw')}</Button>
        </p>
      )}
    </>
  );
  return (
    <section className={css.desk}>
      <header className={css.head}>
        <h2>{t('action.title')}</h2>
        {open && <Button size="sm" variant="light" onClick={() => setMarking(true)} data-testid="action-mark">{t('action.add')}</Button>}
      </header>
      <Actions view={view} acts={acts} />
      <Suspense>
        {marking && open && <MarkForm view={view} first={null} save={(mark) => add(live, mark, t)} close={() => setMarking(false)} />}
        {rewording && <MarkForm view={view} first={rewording.mark} save={(mark) => reword(live, rewording, { mark, t })} close={() => setRewording(null)} />}
      </Suspense>
    </section>
  );
}

function MarkedBy({ row: { markedBy } }: { row: ActionRow }) {
  const { t, language } = useWords();
  const name = markedBy && Object.keys(markedBy.name).length > 0 ? inLanguage(markedBy.name, language).text : t('people.unnamed');
  return <p className="faint small">{t('action.markedBy', { name })}</p>;
}

type Words = ReturnType<typeof useWords>['t'];

async function add({ say, store }: Live, mark: ActionMark, t: Words): Promise<boolean> {
  const ack = await say('action.mark', { mark });
  if (!ack?.ok) return false;
  const undo = () => {
    const { held, me } = store.getState();
    const mine = held?.room.actions.findLast(({ markedBy, what, withdrawn }) => markedBy === me?.participantId && what === mark.what && !withdrawn);
    if (mine) void say('action.withdraw', { actionId: mine.actionId });
  };
  tell({ text: t(mark.kind === 'decision' ? 'action.decisionMarked' : 'action.marked'), tone: 'plain', act: { label: t('app.undo'), run: undo } });
  return true;
}

async function withdraw({ say }: Live, { actionId }: ActionRow, t: Words): Promise<void> {
  const ack = await say('action.withdraw', { actionId });
  if (ack?.ok) tell({ text: t('action.withdrawn'), tone: 'plain', act: { label: t('app.undo'), run: () => void say('action.restore', { actionId }) } });
}

/** Its undo is the wording before, which a later one of somebody else keeps from being put back. */
async function reword({ say }: Live, { actionId, mark: before }: ActionRow, { mark, t }: { mark: ActionMark; t: Words }): Promise<boolean> {
  const ack = await say('action.reword', { actionId, wording: before.wording, mark });
  if (!ack?.ok) return false;
  const { what } = before;
  if (what === null) return true;
  const back: ActionMark = before.kind === 'decision' ? { kind: 'decision', what } : { kind: 'action', what, who: [...before.who], organisation: before.organisation, others: before.others, by: before.by };
  tell({ text: t('action.reworded'), tone: 'plain', act: { label: t('app.undo'), run: () => void say('action.reword', { actionId, wording: before.wording + 1, mark: back }) } });
  return true;
}
