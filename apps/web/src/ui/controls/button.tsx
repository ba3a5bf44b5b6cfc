import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from '../route/link.tsx';
import css from './button.module.css';

type Look = { variant?: 'filled' | 'plain' | 'light' | 'quiet'; size?: 'sm' | 'md' | 'lg'; icon?: ReactNode };
type Props = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> & { submit?: boolean; busy?: boolean };

/** `busy`: what was asked is on its way; the button says so and cannot be pressed twice. */
export function Button({ variant = 'filled', size = 'md', icon, submit = false, busy = false, disabled, children, className = '', ...rest }: Props) {
  return (
    <button type={submit ? 'submit' : 'button'} className={`${css.button} ${className}`} data-variant={variant} data-size={size} disabled={disabled === true || busy} aria-busy={busy || undefined} {...rest}>
      {busy ? <span className={css.busy} aria-hidden /> : icon}
      {children}
    </button>
  );
}

type LinkProps = Look & { to: string; children: ReactNode; external?: boolean; download?: boolean; testid?: string };

/** A link that looks like a button. `external`: not one of our pages (a file, another tab). */
export function ButtonLink({ variant = 'filled', size = 'md', icon, to, external = false, download = false, testid, children }: LinkProps) {
  const look = { className: css.button, 'data-variant': variant, 'data-size': size, 'data-testid': testid };
  return external ? <a href={to} download={download} {...look}>{icon}{children}</a> : <Link to={to} {...look}>{icon}{children}</Link>;
}

type IconProps = ButtonHTMLAttributes<HTMLButtonElement> & { label: string; small?: boolean };

/** A button that is only a sign; its words are told on hover and to screen readers. */
export function IconButton({ label, small = false, className = '', ...rest }: IconProps) {
  return <button type="button" aria-label={label} title={label} className={`${css.sign} ${className}`} data-small={small || undefined} {...rest} />;
}
