import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { useChoices } from '../session/choices.ts';

export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** Where somebody writes or chooses, single keys mean what they always mean; what an element has understood, the page does not hear again. */
const isTaken = ({ target, defaultPrevented }: KeyboardEvent): boolean =>
  defaultPrevented || document.querySelector('dialog[open]') !== null || (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)));
const isPressing = ({ target, code }: KeyboardEvent): boolean => code === 'Space' && target instanceof HTMLElement && target.closest('button, a, summary, [role="tab"]') !== null;

/** Single-key shortcuts of a page; a person can turn them off (WCAG 2.1.4). `?` stays, so that they can be turned on again. */
export function useKeys(keys: Keys): void {
  const { singleKeys } = useChoices();
  const latest = useRef(keys);
  useEffect(() => { latest.current = keys; });
  const names = Object.keys(keys).join(' ');
  useEffect(() => {
    const bound = names.split(' ').filter((name) => name !== '' && (singleKeys || name.includes('?'))).map((name): [string, (event: KeyboardEvent) => void] => [name, (event) => {
      if (isTaken(event) || isPressing(event)) return;
      event.preventDefault();
      latest.current[name]?.(event);
    }]);
    return tinykeys(window, Object.fromEntries(bound));
  }, [names, singleKeys]);
}

/** Holds while the space bar is down, where no button is in focus. */
export function useHoldToTalk(hold: (down: boolean) => void): void {
  const { singleKeys } = useChoices();
  const latest = useRef(hold);
  useEffect(() => { latest.current = hold; });
  useEffect(() => {
    if (!singleKeys) return undefined;
    let held = false;
    const listen = (event: KeyboardEvent) => {
      if (event.code !== 'Space' || isTaken(event) || isPressing(event) || event.repeat) return;
      const down = event.type === 'keydown';
      if (down === held) return;
      event.preventDefault();
      held = down;
      latest.current(down);
    };
    window.addEventListener('keydown', listen);
    window.addEventListener('keyup', listen);
    return () => {
      window.removeEventListener('keydown', listen);
      window.removeEventListener('keyup', listen);
    };
  }, [singleKeys]);
}
