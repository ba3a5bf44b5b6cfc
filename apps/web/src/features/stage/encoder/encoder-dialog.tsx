import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { IngestList, IngestMade, ParticipantId } from '@yaji/contracts';
import { useState } from 'react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { timeOf } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { faultWords } from '../../../session/fault-words.ts';
import { ask } from '../../../session/rest.ts';
import { sessionOf } from '../../../session/session.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/field.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { tell } from '../../../ui/dialog/notices.tsx';
import { usePlace } from '../../../ui/route/paths.ts';
import { NamePlate } from '../../member/plate.tsx';
import { plateOf } from '../../member/plate.ts';
import css from './encoder.module.css';
import { encoderPeople, keyRows, maySendNow } from './encoder-panel.ts';

export type EncoderProps = { view: RoomView; say: Say; onClose: () => void };
const camera = 'camera';
const lookEveryMs = 3_000;

const useKeys = (room: string, token: string | undefined) =>
  useQuery({ queryKey: ['encoder-keys', room], queryFn: () => ask<IngestList>(`/rooms/${room}/ingest`, { token }), refetchInterval: lookEveryMs });

/** Keys by which OBS or a hardware encoder sends for a person of the room. */
export function EncoderDialog({ view, say, onClose }: EncoderProps) {
  const { t } = useWords();
  const { salon, room } = usePlace();
  const token = sessionOf(salon)?.token;
  const queries = useQueryClient();
  const keys = useKeys(room, token);
  const [made, setMade] = useState<IngestMade | null>(null);
  const changed = () => queries.invalidateQueries({ queryKey: ['encoder-keys', room] });
  const make = async (body: Record<string, unknown>) => {
    try {
      setMade(await ask<IngestMade>(`/rooms/${room}/ingest`, { token, body }));
      await changed();
    } catch (error) {
      tell({ text: faultWords(error).text, tone: 'bad' });
    }
  };
  const revoke = async (ingestId: string) => {
    try {
      await ask(`/rooms/${room}/ingest/${ingestId}`, { token, method: 'DELETE' });
      if (made?.ingestId === ingestId) setMade(null);
      await changed();
    } catch (error) {
      tell({ text: faultWords(error).text, tone: 'bad' });
    }
  };
  return (
    <Dialog title={t('encoder.connect')} onClose={onClose} wide>
      <p className="faint">{t('encoder.text')}</p>
      <Make view={view} make={make} />
      {made && <Made view={view} made={made} bring={(participantId) => void say('stage.bring', { participantId })} />}
      <Standing view={view} list={keys.data} revoke={(ingestId) => void revoke(ingestId)} />
    </Dialog>
  );
}

function Make({ view, make }: { view: RoomView; make: (body: Record<string, unknown>) => Promise<void> }) {
  const { t, language } = useWords();
  const [whose, setWhose] = useState(camera);
  const [name, setName] = useState(t('encoder.mainCamera'));
  const [label, setLabel] = useState('');
  const [busy, setBusy] = useState(false);
  const person = whose === camera ? { name: { [language]: name.trim() } } : { participantId: whose };
  const submit = async () => {
    setBusy(true);
    await make({ ...person, label: label.trim() === '' ? null : label.trim() });
    setBusy(false);
  };
  return (
    <form className={css.make} onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <label className={css.whose}>
        {t('encoder.whose')}
        <select value={whose} onChange={(event) => setWhose(event.currentTarget.value)} data-testid="encoder-person">
          <option value={camera}>{t('encoder.camera')}</option>
          {encoderPeople(view).map((plate) => <option key={plate.participantId} value={plate.participantId}>{inLanguage(plate.name, language).text}</option>)}
        </select>
      </label>
      {whose === camera && <TextField label={t('encoder.name')} value={name} maxLength={120} required autoComplete="off" onChange={(event) => setName(event.currentTarget.value)} data-testid="encoder-name" />}
      <TextField label={t('encoder.label')} value={label} maxLength={60} autoComplete="off" onChange={(event) => setLabel(event.currentTarget.value)} />
      <Button submit busy={busy} disabled={whose === camera && name.trim() === ''} data-testid="encoder-make">{t('encoder.make')}</Button>
    </form>
  );
}

/** Told once: what is typed into the encoder, and what else it takes. */
function Made({ view, made, bring }: { view: RoomView; made: IngestMade; bring: (participantId: ParticipantId) => void }) {
  const { t, language, time } = useEncoderWords();
  const name = view.room.members[made.participantId] ? inLanguage(plateOf(view.room, made.participantId).name, language).text : '';
  return (
    <section className={css.made} aria-live="polite" data-testid="encoder-made">
      <Copied label={t('encoder.address')} value={made.url} testid="encoder-url" />
      <Copied label={t('encoder.key')} value={made.token} testid="encoder-token" />
      <p className="small">{t('encoder.once', { time: time(made.expiresAt) })}</p>
      <ul className={css.hints}><li>{t('encoder.obs')}</li><li>{t('encoder.rates')}</li></ul>
      {name !== '' && !maySendNow(view, made.participantId) && (
        <p className={css.bring}><span>{t('encoder.notOnStage', { name })}</span><Button size="sm" variant="light" onClick={() => bring(made.participantId)} data-testid="encoder-bring">{t('desk.toStage')}</Button></p>
      )}
    </section>
  );
}

function Copied({ label, value, testid }: { label: string; value: string; testid: string }) {
  const { t } = useWords();
  const copy = () => void navigator.clipboard.writeText(value).then(() => tell({ text: t('encoder.copied'), tone: 'plain' }));
  return (
    <div className={css.copied}>
      <TextField label={label} readOnly value={value} onFocus={(event) => event.currentTarget.select()} data-testid={testid} />
      <Button variant="plain" onClick={copy} aria-label={`${t('encoder.copy')}: ${label}`}>{t('encoder.copy')}</Button>
    </div>
  );
}

function Standing({ view, list, revoke }: { view: RoomView; list: IngestList | undefined; revoke: (ingestId: string) => void }) {
  const { t, language, time } = useEncoderWords();
  const rows = keyRows(view, list?.keys ?? []);
  return (
    <section data-testid="encoder-keys">
      <h3 className="label">{t('encoder.keys')}</h3>
      {list && rows.length === 0 && <p className="faint small">{t('encoder.none')}</p>}
      <ul className={css.keys}>
        {rows.map(({ seen: { ingestId, label, expiresAt, inUse }, plate }) => (
          <li key={ingestId} data-in-use={inUse}>
            <span className={css.key}>
              <NamePlate plate={plate} />
              <span className="faint small">{label !== null && <><bdi>{label}</bdi> · </>}<span className={inUse ? css.sends : undefined}>{t(inUse ? 'encoder.inUse' : 'encoder.idle')}</span> · {t('encoder.until', { time: time(expiresAt) })}</span>
            </span>
            <Button size="sm" variant="quiet" onClick={() => revoke(ingestId)} aria-label={t('encoder.revokeOf', { name: inLanguage(plate.name, language).text })} data-testid="encoder-revoke">{t('encoder.revoke')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useEncoderWords() {
  const { t, language } = useWords();
  return { t, language, time: (at: number) => timeOf(at, { language }) };
}
