import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { patiently } from './patiently.ts';

/**
 * A part of a page whose file comes when it is first shown. A page that loses its network just then
 * waits with that part alone; React's own `lazy` would take the whole page down.
 */
// Any component's props, as in React's own `lazy`.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const part = <C extends ComponentType<any>>(load: () => Promise<{ default: C }>): LazyExoticComponent<C> => lazy(() => patiently(load));
