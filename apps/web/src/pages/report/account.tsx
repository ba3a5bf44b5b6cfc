import type { Booklet, WrittenKind, WrittenLanguage } from '@yaji/contracts';
import { DocumentView, type Review } from '../../features/written/document-view.tsx';
import { LateActions } from '../../features/written/late-actions.tsx';
import { OwnQuotes } from '../../features/written/own-quotes.tsx';
import { ReviewPanel } from '../../features/written/review.tsx';
import { useMoments } from '../../features/written/use-moments.ts';
import { isNotThere, useWritten, type Writing } from '../../features/written/use-written.ts';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import type { Session } from '../../session/session.ts';
import { Slate } from '../../ui/slate.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Fault } from '../lost/fault.tsx';
import css from './report.module.css';

type Props = { kind: WrittenKind; room: string; language: WrittenLanguage; session: Session; booklet: Booklet; mayReview: boolean };

/** The minutes, or the report: as it stands, with what the reader may do about it. */
export function Account({ kind, room, language, session, booklet, mayReview }: Props) {
  const { t, language: page } = useWords();
  const writing = useWritten({ room, kind, language, token: session.token });
  const moments = useMoments({ room, salon: booklet.salonId, token: session.token });
  const momentLink = (at: number): string | null => moments?.link(at) ?? null;
  const nameOf = (participantId: string): string => {
    const person = booklet.people.find((one) => one.participantId === participantId);
    return person ? inLanguage(person.name, page).text : t('written.somebody');
  };
  const { written, error } = writing;
  const quotes = kind === 'report' && <OwnQuotes room={room} token={session.token} momentLink={momentLink} />;
  if (error && !written) {
    return isNotThere(error) ? <><Slate testid="not-written" title={t(`written.notYet.${kind}`)}><p>{t(`written.notYetText.${kind}`)}</p></Slate>{quotes}</> : <Fault error={error} again={writing.again} />;
  }
  if (!written) return <Waiting words={t('app.loading')} />;
  return (
    <div className={css.account}>
      <ReviewPanel written={written} writing={writing} nameOf={nameOf} />
      {quotes}
      {kind === 'minutes' && mayReview && written.draft && written.state !== 'approved' && <LateActions actions={written.draft.draft.actions} people={booklet.people} change={writing.change} />}
      <DocumentView document={written.document} pictures={written.pictures} momentLink={momentLink} review={reviewOf(writing, language)} />
    </div>
  );
}

function reviewOf({ written, change }: Writing, language: WrittenLanguage): Review | null {
  if (!written?.draft || written.state === 'approved') return null;
  const { texts } = written.draft.draft;
  return {
    rewrite: (key, text) => change({ what: 'text', key, language, text }),
    rewritten: new Set(Object.keys(texts).filter((key) => texts[key]?.[language] !== undefined)),
    leaveOut: (pictureId) => change({ what: 'picture', pictureId, shown: false }),
  };
}
