import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Bring } from './bring.tsx';
import { Glossary } from './glossary.tsx';
import { type Preset, Replace } from './replace.tsx';
import css from './transcript.module.css';
import type { Transcribing } from './use-transcript.ts';

type Tool = 'replace' | 'glossary' | 'bring';
/** `written`: languages that have lines. */
type Props = { room: string; token: string; salon: string; languages: readonly string[]; written: ReadonlySet<string>; transcribing: Transcribing; where: (lineId: string) => string };
const empty: Preset = { find: '', replace: '' };

/** What moderators do with all lines at once; one thing at a time. */
export function Tools({ room, token, salon, languages, written, transcribing: { replace, refresh }, where }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState<Tool | null>(null);
  const [preset, setPreset] = useState(empty);
  const show = (tool: Tool | null, to: Preset = empty) => {
    setPreset(to);
    setOpen(tool);
  };
  const titles: Record<Tool, string> = { replace: t('transcript.replace'), glossary: t('transcript.glossary'), bring: t('transcript.bring') };
  const panels: Record<Tool, () => React.ReactNode> = {
    replace: () => <Replace preset={preset} replace={replace} where={where} />,
    glossary: () => <Glossary salon={salon} token={token} mend={(to) => show('replace', to)} />,
    bring: () => <Bring room={room} token={token} languages={languages} written={written} refresh={refresh} />,
  };
  return (
    <div className={css.tools} data-testid="transcript-tools">
      <p className={css.buttons}>
        {(['replace', 'glossary', 'bring'] as const).map((tool) => (
          <Button key={tool} size="sm" variant={tool === open ? 'light' : 'plain'} aria-expanded={tool === open} onClick={() => show(tool === open ? null : tool)} data-testid={`tool-${tool}`}>{titles[tool]}</Button>
        ))}
      </p>
      {open && panels[open]()}
    </div>
  );
}
