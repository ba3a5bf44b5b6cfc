import { salonA } from './salon-a.ts';
import { salonB } from './salon-b.ts';
import { salonC } from './salon-c.ts';
import type { Golden } from './script.ts';

/** The salons that the product is measured by: of members, a forum of a conference, a council. */
export const salons: Readonly<Record<string, () => Golden>> = { 'salon-a': salonA, 'salon-b': salonB, 'salon-c': salonC };
