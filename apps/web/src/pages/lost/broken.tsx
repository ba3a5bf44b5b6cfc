import { Component, type ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Slate } from '../../ui/slate.tsx';
import css from './broken.module.css';

/** Catches what nobody foresaw in a page; React offers this to classes only. */
export class Broken extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };
  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }
  override render(): ReactNode {
    return this.state.error ? <Apology error={this.state.error} /> : this.props.children;
  }
}

function Apology({ error }: { error: Error }) {
  const { t } = useWords();
  return (
    <main className={css.page}>
      <Slate testid="broken" title={t('error.brokenTitle')} act={<Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>}>
        <p>{t('error.brokenText')}</p>
        <pre className={css.report}>{error.name}: {error.message}</pre>
      </Slate>
    </main>
  );
}
