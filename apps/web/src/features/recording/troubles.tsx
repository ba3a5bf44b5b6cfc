import type { RecordingTrouble } from '@yaji/contracts';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { plateOf } from '../member/plate.ts';
import css from './recording.module.css';

const bytesPerGib = 1_073_741_824;

/** What is wrong with the recording, what that means, and what to do. */
export function Troubles({ troubles, room }: { troubles: readonly RecordingTrouble[]; room: RoomView['room'] }) {
  const { t, language } = useWords();
  if (troubles.length === 0) return null;
  const words = (trouble: RecordingTrouble): string => {
    switch (trouble.kind) {
      case 'no-bytes':
      case 'broke-off': {
        const name = inLanguage(plateOf(room, trouble.participantId).name, language).text;
        if (trouble.kind === 'broke-off') return t('recording.brokeOff', { name });
        return trouble.media === 'audio' ? t('recording.noSound', { name }) : t('recording.noPicture', { name });
      }
      case 'disk-low':
      case 'video-stopped':
      case 'sound-stopped': {
        const free = `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(trouble.freeBytes / bytesPerGib)} GiB`;
        if (trouble.kind === 'disk-low') return t('recording.diskLow', { free });
        return trouble.kind === 'video-stopped' ? t('recording.videoStopped', { free }) : t('recording.soundStopped', { free });
      }
    }
  };
  return (
    <ul className={css.troubles} role="alert" data-testid="recording-troubles">
      {troubles.map((trouble) => (
        <li key={'freeBytes' in trouble ? trouble.kind : `${trouble.kind} ${trouble.participantId} ${trouble.media}`} data-trouble={trouble.kind}>{words(trouble)}</li>
      ))}
    </ul>
  );
}
