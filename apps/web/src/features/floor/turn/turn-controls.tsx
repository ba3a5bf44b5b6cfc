import { IconArrowBackUp, IconLanguage, IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconPlus } from '@tabler/icons-react';
import { inLanguage } from '../../../i18n/local-text.ts';
import { asCountdown } from '../../../i18n/times.ts';
import { useWords, type Words } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import type { DeskCommands } from '../../desk/commands.ts';
import { Name } from '../../member/plate.tsx';
import { laneWording } from '../queue/lane-words.ts';
import { Countdown } from './countdown.tsx';
import type { DeskTurn, NextStep } from './desk-turn.ts';
import css from './turn-controls.module.css';

type Props = { turn: DeskTurn; commands: DeskCommands };

/** The floor in the moderator's hand. "Next" is the largest target of the page. */
export function TurnControls({ turn, commands }: Props) {
  const { t, language } = useWords();
  const { next, granting, current, undo } = turn;
  const paused = current?.paused === true;
  return (
    <div className={css.controls}>
      <Button size="lg" className={css.next} disabled={next.does === 'nothing'} busy={granting} onClick={commands.next} data-testid="next" data-does={next.does}>
        <span className={css.words}>{nextWords(next, { t, language })}{next.does === 'back' && <span className={css.rest}>{t('desk.backRest', { time: asCountdown(next.restMs) })}</span>}</span><kbd className={css.key} aria-hidden>N</kbd>
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

function nextWords(next: NextStep, { t, language }: { t: Words; language: string }): string {
  switch (next.does) {
    case 'give': {
      const name = inLanguage(next.plate.name, language).text;
      return next.lane === 'normal' ? t('desk.nextName', { name }) : t('desk.nextAs', { lane: t(laneWording[next.lane]), name });
    }
    case 'back': return t('desk.back', { name: inLanguage(next.plate.name, language).text });
    case 'draw': return t('desk.drawOne', { count: next.among });
    case 'nothing': return next.mode === 'open' ? t('desk.openToAll') : t('desk.nextNobody');
  }
}

/** What is out of the ordinary about the turn: who waits to go on, that it ends by itself, who interprets. */
export function TurnState({ turn: { current, waiting, closing }, commands, warnMs }: Props & { warnMs: number }) {
  const { t } = useWords();
  return (
    <div className={css.state}>
      {current && current.lane !== 'normal' && <p className={css.lane} data-testid="turn-lane">{t(laneWording[current.lane])}</p>}
      {closing && <p className={css.closing} data-testid="soft-close" data-fading={closing.fading}>{t(closing.fading ? 'desk.softFade' : 'desk.softClose', { time: asCountdown(closing.leftMs) })}</p>}
      {waiting.length > 0 && (
        <ul className={css.waiting} data-testid="interrupted" aria-live="polite">
          {waiting.map(({ turn, plate, restMs }) => (
            <li key={turn} data-turn={turn}><span className="label">{t('desk.waitsToGoOn')}</span> <strong><Name plate={plate} /></strong> <span className="figures">{t('desk.waitsRest', { time: asCountdown(restMs) })}</span></li>
          ))}
        </ul>
      )}
      {current?.interpreting && <Interpreting current={current} interpreting={current.interpreting} commands={commands} warnMs={warnMs} />}
    </div>
  );
}

type Current = NonNullable<DeskTurn['current']>;
type InterpretingProps = { current: Current; interpreting: NonNullable<Current['interpreting']>; commands: DeskCommands; warnMs: number };

function Interpreting({ current, interpreting: { by, clock, others }, commands, warnMs }: InterpretingProps) {
  const { t, language } = useWords();
  const named = ({ name }: Current['plate']) => inLanguage(name, language).text;
  return (
    <div className={css.interpreting} data-testid="interpreting">
      {by && <strong>{t('desk.interprets', { name: named(by) })}</strong>}
      {clock && <Countdown clock={clock} warnMs={warnMs} />}
      {by && <Button size="sm" variant="light" onClick={() => commands.interpret(null)} data-testid="speaker-goes-on">{t('desk.speakerGoesOn', { name: named(current.plate) })}</Button>}
      {others.map((plate) => (
        <Button key={plate.participantId} size="sm" variant="plain" icon={<IconLanguage size={18} aria-hidden />} onClick={() => commands.interpret(plate.participantId)} data-testid="interpret">{t('desk.interpret', { name: named(plate) })}</Button>
      ))}
    </div>
  );
}
