import type { CaptionLine } from '@yaji/contracts';
import type { RoomView } from '../../live/room-view.ts';
import { useServerNow } from '../../live/seat.tsx';
import { Local } from '../../ui/name.tsx';
import css from './caption.module.css';
import { rowsAt } from './held-lines.ts';

type Props = { view: RoomView; held: readonly CaptionLine[]; rows: 1 | 2; size: 'small' | 'medium' | 'large' | 'wide'; language: string | null };

/** The last words. Their room is always the same, so that nothing jumps: what is new pushes upwards what was read. */
export function CaptionRows({ view, held, rows, size, language }: Props) {
  const now = useServerNow(1_000);
  // A line is dated by the server, whose clock may be ahead of what is known of it here.
  const shown = rowsAt(held, Math.max(now, held.at(-1)?.toAt ?? 0), language);
  return (
    <div className={css.rows} data-rows={rows} data-size={size} data-testid="captions">
      <div className={css.text}>
        {shown.map(({ line, named }) => (
          <p key={line.lineId} lang={line.language} data-final={line.final} data-line={line.lineId} data-person={line.participantId ?? undefined}>
            {named && line.participantId !== null && <span className={css.name}><Local of={view.room.members[line.participantId]?.name ?? {}} />: </span>}
            <bdi>{line.text}</bdi>
          </p>
        ))}
      </div>
    </div>
  );
}
