import type { Holder, LocalText, OrganisationId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Members } from '@yaji/salon';

/** The name of an organisation, as the plates of its people have it. */
export const houseOf = (members: DeepReadonly<Members>, organisationId: OrganisationId): DeepReadonly<LocalText> =>
  Object.values(members).find((member) => member.organisationId === organisationId && member.organisation !== null)?.organisation ?? {};

/** Whose budget it is. */
export const holderName = (members: DeepReadonly<Members>, holder: DeepReadonly<Holder>): DeepReadonly<LocalText> =>
  (holder.of === 'person' ? members[holder.participantId]?.name ?? {} : houseOf(members, holder.organisationId));
