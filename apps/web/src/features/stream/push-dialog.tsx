import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PushId, PushList, PushSeen } from '@yaji/contracts';
import { type SyntheticEvent, useState } from 'react';
import { useWords, type Words } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import { faultWords } from '../../session/fault-words.ts';
import { ask, RestFault } from '../../session/rest.ts';
import { sessionOf } from '../../session/session.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/field.tsx';
import { confirm } from '../../ui/dialog/confirm.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { usePlace } from '../../ui/route/paths.ts';
import { type PushLine, type PushRow, pushRows } from './push-panel.ts';
import { PushStateWords } from './push-state.tsx';
import css from './stream.module.css';

export type PushDialogProps = { lines: readonly PushLine[]; say: Say; onClose: () => void };

const wrongs = { 'push/address': 'push.noAddress', 'push/host-unknown': 'push.noHost', 'push/host-forbidden': 'push.innerHost', 'push/too-many': 'push.tooMany', 'contract/invalid': 'push.badName' } as const;
const wrongOf = (t: Words, fault: unknown): string => {
  const code = fault instanceof RestFault ? fault.code : '';
  return Object.hasOwn(wrongs, code) ? t(wrongs[code as keyof typeof wrongs]) : faultWords(fault).text;
};

/** Addresses that the room can be shown at: kept, started, stopped and forgotten. */
export function PushDialog({ lines, say, onClose }: PushDialogProps) {
  const { t } = useWords();
  const { salon, room } = usePlace();
  const token = sessionOf(salon)?.token;
  const queries = useQueryClient();
  const key = ['pushes', room];
  const { data } = useQuery({ queryKey: key, queryFn: () => ask<PushList>(`/rooms/${room}/pushes`, { token }) });
  const [wrong, setWrong] = useState('');
  const then = async (work: () => Promise<unknown>): Promise<boolean> => {
    const fault = await work().then(() => '', (cause: unknown) => wrongOf(t, cause));
    setWrong(fault);
    await queries.invalidateQueries({ queryKey: key });
    return fault === '';
  };
  const start = ({ pushId, label }: PushSeen) => confirm({ title: t('push.startAsk', { name: label }), text: t('push.startText'), yes: t('push.start'), run: () => void say('stream.startPush', { pushId, label }) });
  return (
    <Dialog title={t('push.open')} onClose={onClose} wide>
      <p className="faint">{t('push.text')}</p>
      <section data-testid="push-addresses">
        <h3 className="label">{t('push.addresses')}</h3>
        {data?.pushes.length === 0 && <p className="faint small">{t('push.none')}</p>}
        <ul className={css.lines}>
          {pushRows(lines, data?.pushes ?? []).map((row) => (
            <Row key={row.seen.pushId} row={row} start={() => start(row.seen)} stop={(pushId) => void say('stream.stopPush', { pushId })} remove={(pushId) => void then(() => ask(`/rooms/${room}/pushes/${pushId}`, { token, method: 'DELETE' }))} />
          ))}
        </ul>
      </section>
      <Keep keep={(body) => then(() => ask(`/rooms/${room}/pushes`, { token, body }))} wrong={wrong} />
    </Dialog>
  );
}

type RowProps = { row: PushRow; start: () => void; stop: (pushId: PushId) => void; remove: (pushId: PushId) => void };

function Row({ row: { seen, line, runs, mayStart }, start, stop, remove }: RowProps) {
  const { t } = useWords();
  const { pushId, label: name } = seen;
  return (
    <li data-runs={runs}>
      <span className={css.what}>
        <bdi className={css.name}>{name}</bdi>
        <span className="faint small">{seen.host === null ? t('push.unreadable') : <bdi>{seen.host} · {seen.key}</bdi>}</span>
        {line && <PushStateWords line={line} />}
      </span>
      <span className={css.acts}>
        {runs ? <Button size="sm" variant="plain" aria-label={t('push.stopOf', { name })} onClick={() => stop(pushId)} data-testid="push-stop">{t('push.stop')}</Button>
          : <Button size="sm" variant="light" disabled={!mayStart} aria-label={t('push.startOf', { name })} onClick={start} data-testid="push-start">{t('push.start')}</Button>}
        <Button size="sm" variant="quiet" aria-label={t('push.removeOf', { name })} onClick={() => remove(pushId)} data-testid="push-remove">{t('push.remove')}</Button>
      </span>
    </li>
  );
}

const nothing = { label: '', url: '', key: '' };

function Keep({ keep, wrong }: { keep: (body: { label: string; url: string; key: string | null }) => Promise<boolean>; wrong: string }) {
  const { t } = useWords();
  const [written, setWritten] = useState(nothing);
  const [busy, setBusy] = useState(false);
  const write = (field: keyof typeof nothing) => ({ value: written[field], onChange: (event: { currentTarget: { value: string } }) => { const { value } = event.currentTarget; setWritten((before) => ({ ...before, [field]: value })); } });
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    const { label, url, key } = written;
    if (await keep({ label: label.trim(), url: url.trim(), key: key.trim() === '' ? null : key.trim() })) setWritten(nothing);
    setBusy(false);
  };
  return (
    <form className={css.keep} onSubmit={(event) => void submit(event)}>
      <h3 className="label">{t('push.new')}</h3>
      <TextField label={t('push.label')} hint={t('push.labelHint')} {...write('label')} maxLength={60} required autoComplete="off" data-testid="push-label" />
      <TextField label={t('push.url')} hint={t('push.urlHint')} {...write('url')} maxLength={500} required autoComplete="off" spellCheck={false} inputMode="url" wrong={wrong} data-testid="push-url" />
      <TextField label={t('push.key')} hint={t('push.keyHint')} {...write('key')} type="password" maxLength={300} autoComplete="new-password" data-testid="push-key" />
      <p><Button submit busy={busy} disabled={written.label.trim() === '' || written.url.trim() === ''} data-testid="push-keep">{t('push.keep')}</Button></p>
    </form>
  );
}
