import { Suspense, useState } from 'react';
import { useWords } from '../../../../i18n/words.ts';
import { Button } from '../../../../ui/controls/button.tsx';
import type { Passing } from './my-turn.ts';
import type { TurnCommands } from './turn-commands.ts';
import { part } from '../../../../ui/part/part.ts';

const PersonChooser = part(() => import('./person-chooser.tsx'));

type Act = 'yield' | 'nominate' | 'interpret';

/** To whom a speaker hands the floor: the rest of it, the next turn, or to be interpreted. */
export function PassOn({ passing: { heirs, mayYield, nominee, interpreters }, commands }: { passing: Passing; commands: TurnCommands }) {
  const { t } = useWords();
  const [act, setAct] = useState<Act | null>(null);
  const [interpreter] = interpreters;
  const toInterpreter = () => {
    if (interpreters.length > 1) setAct('interpret');
    else if (interpreter) commands.interpret(interpreter.participantId);
  };
  const chosen = { yield: commands.yieldTo, nominate: commands.nominate, interpret: commands.interpret };
  const titles = { yield: t('floor.yieldTitle'), nominate: t('floor.nominateTitle'), interpret: t('floor.interpretTitle') };
  return (
    <>
      {interpreter && <Button variant="plain" size="sm" onClick={toInterpreter} data-testid="interpret">{t('floor.toInterpreter')}</Button>}
      {nominee !== undefined && heirs.length > 0 && <Button variant="plain" size="sm" onClick={() => setAct('nominate')} data-testid="nominate">{t(nominee ? 'floor.nominateOther' : 'floor.nominate')}</Button>}
      {mayYield && heirs.length > 0 && <Button variant="plain" size="sm" onClick={() => setAct('yield')} data-testid="yield">{t('floor.yield')}</Button>}
      {act && <Suspense fallback={null}><PersonChooser title={titles[act]} people={act === 'interpret' ? interpreters : heirs} choose={chosen[act]} onClose={() => setAct(null)} /></Suspense>}
    </>
  );
}
