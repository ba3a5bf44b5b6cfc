import { useId } from 'react';
import css from '../vote.module.css';

type Props = { label: string; value: string; onChange: (value: string) => void; options: readonly { value: string; title: string }[]; hint?: string; testid?: string };

/** One of a few, in the browser's own way. */
export function Choose({ label, value, onChange, options, hint, testid }: Props) {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id} className="label">{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)} data-testid={testid}>{options.map((option) => <option key={option.value} value={option.value}>{option.title}</option>)}</select>
      {hint && <p className="faint small">{hint}</p>}
    </div>
  );
}
