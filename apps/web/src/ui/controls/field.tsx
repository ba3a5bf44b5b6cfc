import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react';
import css from './field.module.css';

type Words = { label: ReactNode; hint?: ReactNode; wrong?: ReactNode };

function Field({ id, label, hint, wrong, children }: Words & { id: string; children: ReactNode }) {
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>{label}</label>
      {children}
      {hint && <p id={`${id}-hint`} className={css.hint}>{hint}</p>}
      {wrong && <p id={`${id}-wrong`} className={css.wrong} role="alert">{wrong}</p>}
    </div>
  );
}

const told = (id: string, { hint, wrong }: Omit<Words, 'label'>) => ({
  id, className: css.input, 'aria-invalid': wrong ? true : undefined,
  'aria-describedby': [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined,
});

export function TextField({ label, hint, wrong, ...rest }: Words & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  const id = useId();
  return <Field id={id} label={label} hint={hint} wrong={wrong}><input type="text" {...told(id, { hint, wrong })} {...rest} /></Field>;
}

export function TextArea({ label, hint, wrong, ...rest }: Words & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return <Field id={id} label={label} hint={hint} wrong={wrong}><textarea {...told(id, { hint, wrong })} {...rest} /></Field>;
}

type SwitchProps = { label: ReactNode; hint?: ReactNode; checked: boolean; onChange: (checked: boolean) => void; testid?: string; title?: string };

export function Switch({ label, hint, checked, onChange, testid, title }: SwitchProps) {
  const id = useId();
  return (
    <div className={css.switch} title={title}>
      <input id={id} type="checkbox" role="switch" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} aria-describedby={hint ? `${id}-hint` : undefined} data-testid={testid} />
      <label htmlFor={id}>{label}</label>
      {hint && <p id={`${id}-hint`} className={css.hint}>{hint}</p>}
    </div>
  );
}
