import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import { NamePlate } from '../../member/plate.tsx';
import { EntryMarks } from './entry-marks.tsx';
import { EstimateWords } from './estimate.tsx';
import { useFirstRows } from './first-rows.tsx';
import { MyPlace } from './mine/my-place.tsx';
import type { QueuePanel, QueueRow, Withdraw } from './queue-panel.ts';
import css from './queue.module.css';
import { laneWording } from './lane-words.ts';

type Props = { panel: QueuePanel; withdraw: Withdraw };

/** The list of speakers: who speaks, who waits, and where one stands oneself. */
export function QueueView({ panel, withdraw }: Props) {
  const { t } = useWords();
  const { speaking, lane, rows, open } = panel;
  const { shown, rest } = useFirstRows(rows);
  return (
    <div className={css.queue} data-testid="queue" data-mode={panel.mode}>
      {speaking && (
        <div className={css.now}>
          <span className="label">{t('floor.speakingNow')}{lane && lane !== 'normal' && <span className={css.nowLane} data-testid="speaking-lane">{t(laneWording[lane])}</span>}</span>
          <NamePlate plate={speaking} />
        </div>
      )}
      <ModeLine panel={panel} />
      {panel.coming.length > 0 && <Coming panel={panel} />}
      {rows.length === 0 ? panel.coming.length === 0 && <p className="faint">{t('floor.emptyQueue')}</p> : <ol className={css.rows}>{shown.map((row) => <Row key={row.entryId} row={row} drawn={panel.mode === 'draw' && row.lane === 'normal' && !row.moved} />)}</ol>}
      {rest}
      {!open && <p className={css.closed}>{t('floor.listClosed')}</p>}
      <MyPlace panel={panel} withdraw={withdraw} />
    </div>
  );
}

/** How the next is found, where it is not simply the list. */
function ModeLine({ panel: { mode, named } }: { panel: QueuePanel }) {
  const { t, language } = useWords();
  if (mode === 'queue' || mode === 'playlist') return null;
  const nominee = named && inLanguage(named.name, language).text;
  const words = { draw: t('floor.modeDraw'), nomination: nominee ? t('floor.modeNominated', { name: nominee }) : t('floor.modeNomination'), open: t('floor.modeOpen') }[mode];
  return <p className={css.mode} role="status" data-testid="mode-line">{words}</p>;
}

/** Who speaks in a fixed order before the list goes on. */
function Coming({ panel: { coming, rows } }: { panel: QueuePanel }) {
  const { t } = useWords();
  return (
    <section data-testid="coming">
      <h3 className="label">{t('floor.coming')}</h3>
      <ol className={css.coming}>{coming.map((plate) => <li key={plate.participantId} data-person={plate.participantId}><NamePlate plate={plate} />{!plate.present && <span className={css.notes}>{t('desk.notPresent')}</span>}</li>)}</ol>
      {rows.length > 0 && <h3 className="label">{t('floor.thenList')}</h3>}
    </section>
  );
}

function Row({ row, drawn }: { row: QueueRow; drawn: boolean }) {
  const { t, language } = useWords();
  const { place, plate, mine, firstTime, addedBy, estimate, lane } = row;
  return (
    <li className={css.row} data-mine={mine} data-entry={plate.participantId} data-lane={lane}>
      <span className={css.place}>{drawn ? <span aria-hidden>·</span> : place}</span>
      <span className={css.who}>
        <NamePlate plate={plate} />
        <EntryMarks row={row} />
        <span className={css.notes}>
          {!drawn && estimate && <span className="figures"><EstimateWords of={estimate} /></span>}
          {firstTime && <span>{t('floor.firstTime')}</span>}
          {addedBy && <span>{t('floor.addedBy', { name: inLanguage(addedBy.name, language).text })}</span>}
          {!plate.present && <span>{t('desk.notPresent')}</span>}
        </span>
      </span>
    </li>
  );
}
