import type { WrittenLanguage } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { faultWords } from '../../../session/fault-words.ts';
import { order } from '../../../session/rest.ts';
import { Button } from '../../../ui/controls/button.tsx';
import css from './statistics.module.css';

/** Where the tables are, and who asks for them. */
export type TableSource = { room: string; token: string; language: WrittenLanguage };

/** A table as a file for spreadsheets. It is asked for with the session, which no link can carry. */
export function TableFile({ source: { room, token, language }, name, title }: { source: TableSource; name: string; title: string }) {
  const { t } = useWords();
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const take = () => {
    setState({ busy: true, error: null });
    order(`/rooms/${room}/statistics/tables/${name}?language=${language}`, { token }).then((answer) => answer.blob())
      .then((file) => { save(file, `${name}-${language.toLowerCase()}.csv`); setState({ busy: false, error: null }); }, (error: unknown) => setState({ busy: false, error }));
  };
  return (
    <>
      <Button size="sm" variant="quiet" busy={state.busy} onClick={take} data-testid={`csv-${name}`}>{t('figures.file')}<span className="sr">{`: ${title}`}</span></Button>
      {state.error !== null && <p role="alert" className={css.wrong}>{faultWords(state.error).text}</p>}
    </>
  );
}

/** Browsers have read it long before that. Milliseconds. */
const keptMs = 60_000;

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
}
