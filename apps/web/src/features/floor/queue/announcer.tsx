import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import type { QueuePanel } from './queue-panel.ts';

/** For those who do not see the list move: who has the floor, and one's own place. */
export function FloorAnnouncer({ panel: { speaking, mine } }: { panel: QueuePanel }) {
  const { t, language } = useWords();
  const speaker = speaking ? t('floor.speaks', { name: inLanguage(speaking.name, language).text }) : t('room.nobody');
  return (
    <>
      <p className="sr" role="status">{speaker}</p>
      <p className="sr" role="status">{mine.state === 'waiting' ? t('floor.placeIs', { place: mine.place }) : ''}</p>
    </>
  );
}
