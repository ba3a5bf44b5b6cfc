import type { ExportFormat, ExportWhat, ExportWish } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { formatsOf } from './formats.ts';
import css from './take-away.module.css';

const forAll = ['minutes', 'report', 'transcript'] as const satisfies readonly ExportWhat[];
const forModerators = ['minutes', 'report', 'transcript', 'tables', 'everything'] as const satisfies readonly ExportWhat[];

type Choice<Name extends string> = { label: string; value: Name; of: readonly Name[]; nameOf: (name: Name) => string; choose: (name: Name) => void; testid: string };

function Choice<Name extends string>({ label, value, of, nameOf, choose, testid }: Choice<Name>) {
  const select = (chosen: string) => {
    const found = of.find((one) => one === chosen);
    if (found !== undefined) choose(found);
  };
  return (
    <label className={css.choice}><span className="label">{label}</span>
      <select value={value} onChange={(event) => select(event.target.value)} data-testid={testid}>
        {of.map((one) => <option key={one} value={one}>{nameOf(one)}</option>)}
      </select>
    </label>
  );
}

type Props = { language: ExportWish['language']; isModerator: boolean; busy: boolean; order: (wish: ExportWish) => void };

/** What, how, and in which language. */
export function OrderForm({ language: first, isModerator, busy, order }: Props) {
  const { t } = useWords();
  const [what, setWhat] = useState<ExportWhat>('minutes');
  const [chosen, setFormat] = useState<ExportFormat>('pdf');
  const [language, setLanguage] = useState(first);
  const formats = formatsOf[what];
  const format = formats.includes(chosen) ? chosen : formats[0] ?? chosen;
  return (
    <form className={css.form} onSubmit={(event) => { event.preventDefault(); order({ what, format, language }); }}>
      <Choice label={t('takeAway.whatLabel')} value={what} of={isModerator ? forModerators : forAll} nameOf={(one) => t(`takeAway.what.${one}`)} choose={setWhat} testid="export-what" />
      <Choice label={t('takeAway.formatLabel')} value={format} of={formats} nameOf={(one) => t(`takeAway.format.${one}`)} choose={setFormat} testid="export-format" />
      <Choice label={t('app.language')} value={language} of={['en', 'zh-CN']} nameOf={(one) => t(`language.${one}`)} choose={setLanguage} testid="export-language" />
      <Button submit busy={busy} data-testid="export-order">{t('takeAway.order')}</Button>
    </form>
  );
}
