import { lazy } from 'react';
import { patiently } from './patiently.ts';

/**
 * A part of a page whose file comes when it is first shown. A page that loses its network just then
 * waits with that part alone; React's own `lazy` would take the whole page down.
 */
export const part: typeof lazy = (load) => lazy(() => patiently(load));
