import type { Lane, ParticipantId } from '@yaji/contracts';
import type { Reason } from '@yaji/salon';
import { inLanguage } from '../../../i18n/local-text.ts';
import { asClock, timeOf } from '../../../i18n/times.ts';
import type { Wording, Words } from '../../../i18n/words.ts';
import type { RoomView } from '../../../live/room-view.ts';

type Around = { t: Words; room: RoomView['room']; language: string };

const laneReason: Readonly<Record<Lane, Wording>> = {
  normal: 'reason.normal', interposed: 'reason.interposed', intervention: 'reason.intervention', 'point-of-order': 'reason.pointOfOrder',
};

/** Why an entry stands where it stands, one reason as a sentence in the reader's language. */
export function reasonWords(reason: Reason, around: Around): string {
  const { t, language } = around;
  switch (reason.why) {
    case 'moved': return moved(reason, around);
    case 'answers': return answers(reason, around);
    case 'lane': return t(laneReason[reason.lane]);
    case 'category': return category(reason, around);
    case 'first-time': return t(reason.first ? 'reason.firstTime' : 'reason.notFirstTime');
    case 'round-robin': return roundRobin(reason, around);
    case 'zipper': return t('reason.zipper', { name: nameOf(reason, around), round: reason.round });
    case 'least-time': return leastTime(reason, around);
    case 'random': return t('reason.random');
    case 'raised': return t('reason.raised', { time: timeOf(reason.at, { language }) });
  }
}

type Of<Why extends Reason['why']> = Extract<Reason, { why: Why }>;

function person(participantId: ParticipantId | null | undefined, { room, t, language }: Around): string | null {
  const member = participantId ? room.members[participantId] : undefined;
  return member ? (inLanguage(member.name ?? {}, language).text || t('people.unnamed')) : null;
}

function moved({ by, at }: Of<'moved'>, around: Around): string {
  const { t, language } = around;
  const name = person(by, around);
  const time = timeOf(at, { language });
  return name === null ? t('reason.moved', { time }) : t('reason.movedBy', { name, time });
}

function answers({ entryId }: Of<'answers'>, around: Around): string {
  const { queue, past, interrupted, current } = around.room.floor;
  const entry = [...queue, ...[...past, ...interrupted, current].map((turn) => turn?.entry)].find((one) => one?.entryId === entryId);
  const name = person(entry?.participantId, around);
  return name === null ? around.t('reason.answersSomebody') : around.t('reason.answers', { name });
}

function category({ category: key }: Of<'category'>, { t, room, language }: Around): string {
  const title = room.rules.categories.find((one) => one.category === key)?.title ?? {};
  return t('reason.category', { title: inLanguage(title, language).text || key });
}

/** Whom the policy counts together, by name. */
function nameOf({ over, group }: Of<'round-robin' | 'zipper'>, { t, room, language }: Around): string {
  if (group === null) return t('reason.nobodysGroup');
  switch (over) {
    case 'organisation': {
      const house = Object.values(room.members).find(({ organisationId, organisation }) => organisationId === group && organisation !== null)?.organisation ?? {};
      return inLanguage(house, language).text || t('reason.organisation');
    }
    case 'country': return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(group) ?? group;
    case 'stance': return t(group === 'pro' ? 'reason.sidePro' : 'reason.sideContra');
    case 'group': return group;
  }
}

function roundRobin(reason: Of<'round-robin'>, around: Around): string {
  const { t } = around;
  const { group, had, ahead } = reason;
  if (group === null) return had === 0 ? t('reason.aloneNone') : t('reason.alone', { count: had });
  const name = nameOf(reason, around);
  const turns = had === 0 ? t('reason.hadNone', { name }) : t('reason.had', { name, count: had });
  return ahead === 0 ? turns : t('reason.also', { sentence: turns, more: t('reason.ahead', { count: ahead }) });
}

function leastTime({ over, bookedMs, ahead }: Of<'least-time'>, { t }: Around): string {
  const time = asClock(bookedMs);
  const spoken = over === 'person' ? (bookedMs === 0 ? t('reason.spokenNone') : t('reason.spoken', { time })) : t('reason.houseSpoken', { time });
  return ahead === 0 ? spoken : t('reason.also', { sentence: spoken, more: t('reason.ahead', { count: ahead }) });
}
