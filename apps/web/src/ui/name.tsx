import type { LocalText } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { besides, inLanguage } from '../i18n/local-text.ts';
import { useWords } from '../i18n/words.ts';

/** A text that the salon gave per language, in the page's; isolated, so that a name cannot turn its neighbours round. */
export function Local({ of }: { of: DeepReadonly<LocalText> }) {
  const { language } = useWords();
  const spoken = inLanguage(of, language);
  return <bdi lang={spoken.language}>{spoken.text}</bdi>;
}

/** The same text in the other script, where the salon has one. */
export function OtherScript({ of, className }: { of: DeepReadonly<LocalText>; className?: string | undefined }) {
  const { language } = useWords();
  const other = besides(of, language);
  return other && <bdi lang={other.language} className={className}>{other.text}</bdi>;
}
