import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import type { QueuePanel } from './queue-panel.ts';
import { laneWording } from './lane-words.ts';

/** For those who do not see the list move: who has the floor, as what, and one's own place. */
export function FloorAnnouncer({ panel: { speaking, lane, own: [first], mode } }: { panel: QueuePanel }) {
  const { t, language } = useWords();
  const name = speaking ? inLanguage(speaking.name, language).text : '';
  const words = !speaking ? t(mode === 'open' ? 'floor.modeOpen' : 'room.nobody')
    : lane && lane !== 'normal' ? t('floor.speaksAs', { name, lane: t(laneWording[lane]) }) : t('floor.speaks', { name });
  const placed = first && !(mode === 'draw' && first.lane === 'normal' && !first.moved);
  return (
    <>
      <p className="sr" role="status">{words}</p>
      <p className="sr" role="status">{placed ? t('floor.placeIs', { place: first.place }) : ''}</p>
    </>
  );
}
