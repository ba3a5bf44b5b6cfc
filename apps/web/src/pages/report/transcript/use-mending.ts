import type { Booklet, LineEdit } from '@yaji/contracts';
import { useCallback, useMemo, useState } from 'react';
import { say } from '../../../i18n/words.ts';
import { faultWords } from '../../../session/fault-words.ts';
import { RestFault } from '../../../session/rest.ts';
import { tell } from '../../../ui/dialog/notices.tsx';
import type { Transcribing } from './use-transcript.ts';

/** What moderators do with a line. */
export type Mending = {
  room: string; token: string; booklet: Booklet;
  open: (lineId: string, isOpen: boolean) => void;
  /** Offers to take it back. Rejects with a RestFault where the line does not read as it was seen. */
  save: (lineId: string, edit: LineEdit) => Promise<void>;
};

type Asked = { room: string; token: string; booklet: Booklet; edit: Transcribing['edit'] };

/** Which lines are being changed, and changing them. */
export function useMending({ room, token, booklet, edit }: Asked): { mending: Mending; open: ReadonlySet<string> } {
  const [openLines, setOpenLines] = useState<ReadonlySet<string>>(new Set());
  const open = useCallback((lineId: string, isOpen: boolean) => setOpenLines((before) => new Set(isOpen ? [...before, lineId] : [...before].filter((one) => one !== lineId))), []);
  const save = useCallback(async (lineId: string, { before, text }: LineEdit) => {
    try {
      await edit(lineId, { before, text });
    } catch (error) {
      // A line that is gone takes its editor with it: this is said at the edge of the page.
      if (error instanceof RestFault && error.status === 404) tell({ text: say('transcript.gone'), tone: 'bad' });
      throw error;
    }
    const takeBack = () => edit(lineId, { before: asKept(text), text: before }).then(() => tell({ text: say('transcript.takenBack'), tone: 'plain' }), (error: unknown) => tell({ text: faultWords(error).text, tone: 'bad' }));
    tell({ text: say('transcript.saved'), tone: 'plain', act: { label: say('transcript.undo'), run: () => void takeBack() } });
  }, [edit]);
  const mending = useMemo(() => ({ room, token, booklet, open, save }), [room, token, booklet, open, save]);
  return { mending, open: openLines };
}

/** The server keeps a text without spaces around it, its accents with their letters. */
const asKept = (text: string): string => text.normalize('NFC').trim();
