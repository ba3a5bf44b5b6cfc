import { IconArrowBackUp, IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconPlus } from '@tabler/icons-react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import type { DeskCommands } from '../../desk/commands.ts';
import type { DeskTurn } from './desk-turn.ts';
import css from './turn-controls.module.css';

/** The floor in the moderator's hand. "Next" is the largest target of the page. */
export function TurnControls({ turn: { next, granting, current, undo }, commands }: { turn: DeskTurn; commands: DeskCommands }) {
  const { t, language } = useWords();
  const paused = current?.paused === true;
  return (
    <div className={css.controls}>
      <Button size="lg" className={css.next} disabled={!next} busy={granting} onClick={commands.next} data-testid="next">
        <span className={css.words}>{next ? t('desk.nextName', { name: inLanguage(next.name, language).text }) : t('desk.nextNobody')}</span><kbd className={css.key} aria-hidden>N</kbd>
      </Button>
      <div className={css.row}>
        <Button variant="plain" disabled={!current} icon={paused ? <IconPlayerPlay size={18} aria-hidden /> : <IconPlayerPause size={18} aria-hidden />} onClick={commands.pause} data-testid="pause">{t(paused ? 'desk.resume' : 'desk.pause')}</Button>
        <Button variant="plain" disabled={!current} icon={<IconPlus size={18} aria-hidden />} onClick={commands.extend} data-testid="extend">{t('desk.extend')}</Button>
        <Button variant="plain" disabled={!current} icon={<IconPlayerStop size={18} aria-hidden />} onClick={commands.end} data-testid="end">{t('desk.end')}</Button>
        <Button variant="plain" disabled={undo === null} icon={<IconArrowBackUp size={18} aria-hidden />} onClick={commands.undo} data-testid="undo">{t('app.undo')}</Button>
      </div>
    </div>
  );
}
