import type { Lane } from '@yaji/contracts';
import type { Wording } from '../../../i18n/words.ts';

/** What a contribution is called by its lane. */
export const laneWording: Readonly<Record<Lane, Wording>> = {
  normal: 'floor.laneNormal', interposed: 'floor.laneInterposed', intervention: 'floor.laneIntervention', 'point-of-order': 'floor.lanePointOfOrder',
};
