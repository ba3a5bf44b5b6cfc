import type { Elector, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isVoting } from '@yaji/salon';
import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Name } from '../../member/plate.tsx';
import { plateOf } from '../../member/plate.ts';
import css from '../vote.module.css';

type Props = { view: RoomView; say: Say; close: () => void };

/** Who has a vote, of what weight, and who casts it for whom. As it is while a vote is under way. */
export function Register({ view: { room }, say, close }: Props) {
  const { t, language } = useWords();
  const frozen = isVoting(room);
  const { electors, proxies } = room.electorate;
  const entitled = new Set(electors.map(({ participantId }) => participantId));
  const others = Object.values(room.members).filter(({ participantId, standing, role }) => !entitled.has(participantId) && standing !== 'removed' && role !== 'display' && role !== 'usher');
  const set = (next: readonly DeepReadonly<Elector>[]) => void say('electorate.set', { electors: next.map((elector) => ({ ...elector })) });
  const nameOf = (participantId: ParticipantId): string => inLanguage(room.members[participantId]?.name ?? {}, language).text || t('people.unnamed');
  return (
    <Dialog title={t('register.title')} onClose={close}>
      {frozen && <p role="status" className={css.note}>{t('register.frozen')}</p>}
      {electors.length === 0 && <p className="faint">{t('register.empty')}</p>}
      <div className={css.register}>
        <ul data-testid="register">
          {electors.map(({ participantId, weight }) => {
            const holder = proxies.find(({ from }) => from === participantId)?.to ?? '';
            return (
              <li key={participantId} data-elector={participantId}>
                <span><Name plate={plateOf(room, participantId)} /></span>
                <input type="number" min={1} step={1} defaultValue={weight} disabled={frozen} aria-label={t('register.weightOf', { name: nameOf(participantId) })}
                  onBlur={({ currentTarget: { valueAsNumber } }) => { if (Number.isInteger(valueAsNumber) && valueAsNumber >= 1 && valueAsNumber !== weight) set(electors.map((elector) => (elector.participantId === participantId ? { ...elector, weight: valueAsNumber } : elector))); }} />
                <select value={holder} disabled={frozen} aria-label={t('register.proxyOf', { name: nameOf(participantId) })} data-testid="proxy"
                  onChange={({ currentTarget: { value } }) => void (value === '' ? say('electorate.withdrawProxy', { from: participantId }) : say('electorate.giveProxy', { from: participantId, to: value as ParticipantId }))}>
                  <option value="">{t('register.self')}</option>
                  {electors.filter((elector) => elector.participantId !== participantId).map((elector) => <option key={elector.participantId} value={elector.participantId}>{nameOf(elector.participantId)}</option>)}
                </select>
                <Button size="sm" variant="quiet" disabled={frozen} onClick={() => set(electors.filter((elector) => elector.participantId !== participantId))}>{t('register.remove')}</Button>
              </li>
            );
          })}
        </ul>
      </div>
      {!frozen && others.length > 0 && (
        <details className={css.register}>
          <summary>{t('register.add')}</summary>
          <ul>{others.map(({ participantId }) => <li key={participantId}><span><Name plate={plateOf(room, participantId)} /></span><Button size="sm" variant="light" onClick={() => set([...electors, { participantId, weight: 1 }])}>{t('register.give')}</Button></li>)}</ul>
        </details>
      )}
    </Dialog>
  );
}
