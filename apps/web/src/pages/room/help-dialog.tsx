import { lazy, Suspense } from 'react';
import type { Shortcut } from '../../features/help/help.tsx';

const Help = lazy(() => import('../../features/help/help.tsx'));

/** Loaded when somebody asks for it. */
export function HelpDialog(props: { shortcuts: readonly Shortcut[]; onClose: () => void }) {
  return <Suspense fallback={null}><Help {...props} /></Suspense>;
}
