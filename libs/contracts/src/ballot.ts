import { z } from 'zod';
import { AwardId, BallotId, MotionId, ParticipantId } from './ids.ts';
import { command, event } from './shape.ts';
import { type LocalText, localText } from './text.ts';

/** Who of how many must be present or represented: members, or their weight. What does not fit is refused with its reason, not by its shape. */
export const Quorum = z.strictObject({ of: z.enum(['members', 'weight']), kind: z.enum(['share', 'number']), value: z.number().min(0).max(1_000_000_000) });
export type Quorum = z.infer<typeof Quorum>;

export const Majority = z.enum(['simple', 'absolute', 'two-thirds', 'three-quarters', 'unanimous']);
export type Majority = z.infer<typeof Majority>;
/** What a majority is a part of: yes and no, all votes cast, everybody present or represented, everybody entitled. */
export const MajorityOf = z.enum(['yes-no', 'cast', 'present', 'entitled']);
export type MajorityOf = z.infer<typeof MajorityOf>;

/**
 * `secrecy`: `named` is told at the end with names, `pseudonymous` under a name that only the voter knows to be his, `secret` is not in the
 * log at all. `electorate`: the members of the register, or everybody in the room. `tie`: lost, or for the chair to decide.
 */
export const BallotTerms = z.strictObject({
  secrecy: z.enum(['named', 'pseudonymous', 'secret']).default('named'), electorate: z.enum(['register', 'everybody']).default('register'),
  majority: Majority.default('simple'), base: MajorityOf.default('yes-no'), tie: z.enum(['lost', 'chair']).default('lost'), quorum: Quorum.nullable().default(null),
  closesAfterMs: z.int().min(10_000).max(86_400_000).nullable().default(null),
});
export type BallotTerms = z.infer<typeof BallotTerms>;

/** Who has a vote, and of what weight. */
export const Elector = z.strictObject({ participantId: ParticipantId, weight: z.int().min(1).max(1_000_000) });
export type Elector = z.infer<typeof Elector>;
export const Proxy = z.strictObject({ from: ParticipantId, to: ParticipantId });
/** Nobody is in it twice, and the proxies are within the rules. */
export const Electorate = z.strictObject({ electors: z.array(Elector).max(2_000), proxies: z.array(Proxy).max(2_000) });
export type Electorate = z.infer<typeof Electorate>;

/** `yes`, `no`, `abstain`; of an award its options: approved ones in their order, ranked ones in the order of preference, joined by `>`. */
export const Choice = z.string().regex(/^[a-z0-9-]{1,40}(>[a-z0-9-]{1,40}){0,39}$/);
/** Made by the voter's browser: 128 random bits as hexadecimal digits. By it alone a voter finds the own vote on the bulletin board. */
export const Tracker = z.string().regex(/^[0-9a-f]{32}$/);

const one = { ballotId: BallotId };
/** So many members, and what they weigh together. */
const count = z.strictObject({ members: z.int().min(0), weight: z.int().min(0) });
export type Count = z.infer<typeof count>;
/** Weights by what was chosen. */
const tally = z.record(z.string(), z.int().min(0));

export const ballotCommands = {
  'ballot.open': command('ballot.open', { motionId: MotionId, terms: BallotTerms }),
  /** `elector`: whose vote it is, one's own or one held by proxy. Secret ballots are cast with the message `vote` instead. */
  'ballot.vote': command('ballot.vote', { ...one, elector: ParticipantId, choice: Choice }),
  'ballot.close': command('ballot.close', one),
  'ballot.cancel': command('ballot.cancel', one),
  'ballot.decideTie': command('ballot.decideTie', { ...one, carried: z.boolean() }),
  'electorate.set': command('electorate.set', { electors: Electorate.shape.electors }),
  'electorate.giveProxy': command('electorate.giveProxy', Proxy.shape),
  'electorate.withdrawProxy': command('electorate.withdrawProxy', { from: ParticipantId }),
};

export const ballotServerCommands = {
  /** What was in the box of a secret ballot; `digest`: the end of the chain over its bulletin board, SHA-256. */
  'ballot.count': command('ballot.count', { ...one, tally, voted: z.array(ParticipantId).max(20_000), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
};

/** `opening`, `closing`, `needed`: of what the quorum counts. */
const metQuorum = z.strictObject({ of: z.enum(['members', 'weight']), needed: z.int(), opening: z.int(), closing: z.int(), entitled: z.int() });
/** `needed`: the fewest yes that carry it, of `base`. All figures are weights. `void`: nothing was decided. */
export const BallotResult = z.strictObject({
  outcome: z.enum(['carried', 'lost', 'void', 'tied']), voidBecause: z.enum(['quorum', 'cancelled']).nullable(), unanimous: z.boolean(),
  yes: z.int(), no: z.int(), abstain: z.int(), base: z.int(), needed: z.int(), quorum: metQuorum.nullable(),
});
export type BallotResult = z.infer<typeof BallotResult>;

/** One vote as everybody may read it in the end: under a name, or under a pseudonym. */
export const PublishedVote = z.strictObject({ elector: ParticipantId.nullable(), pseudonym: z.string().nullable(), choice: z.string(), weight: z.int() });
export type PublishedVote = z.infer<typeof PublishedVote>;
const frozenElector = Elector.extend({ proxy: ParticipantId.nullable() });
export type FrozenElector = z.infer<typeof frozenElector>;

export const ballotEvents = {
  /** `electors` null: everybody in the room. `proxy`: who votes for this elector. `corrects`: the earlier vote on the same, if there was one. */
  BallotOpened: event('BallotOpened', {
    ...one, motionId: MotionId.nullable(), awardId: AwardId.nullable(), terms: BallotTerms, electors: z.array(frozenElector).nullable(), present: count, corrects: BallotId.nullable(),
  }),
  /** `choice` and `pseudonym` are told to the one who cast it alone. */
  VoteCast: event('VoteCast', { ...one, elector: ParticipantId, castBy: ParticipantId, choice: z.string().nullable(), pseudonym: z.string().nullable() }),
  /** Nobody votes any more; the box of a secret ballot is being counted. `here`: which electors of the register were present or represented. */
  VotingEnded: event('VotingEnded', { ...one, present: count, here: z.array(ParticipantId) }),
  /** `cast`: who voted. `tally` and `votes` are empty where the vote is void. `result` null: of an award. */
  BallotClosed: event('BallotClosed', { ...one, present: count, cast: count, tally, votes: z.array(PublishedVote), result: BallotResult.nullable(), sentence: localText(600).nullable(), digest: z.string().nullable() }),
  TieDecided: event('TieDecided', { ...one, result: BallotResult, sentence: localText(600) }),
  ElectorateSet: event('ElectorateSet', Electorate.shape),
  ProxyGiven: event('ProxyGiven', Proxy.shape),
  ProxyWithdrawn: event('ProxyWithdrawn', { from: ParticipantId }),
};

/** A vote in a secret ballot, said with the message `vote`. `choice` and `tracker` go into the box and are kept nowhere else. */
export const SecretVote = z.strictObject({ ballotId: BallotId, elector: ParticipantId, choice: Choice, tracker: Tracker });
export type SecretVote = z.infer<typeof SecretVote>;

/** One line of a bulletin board. */
export type BoardLine = { tracker: string; choice: string; weight: number };
/**
 * What anybody may check of a secret ballot. `status`: `open` until it is counted; `hidden` while an award is not yet shown; `void`.
 * `titles`: of the choices. `voted`: how many votes were cast, of how many entitled (null: everybody in the room). `board` is empty unless
 * `published`; its chain ends in `digest`, which the room's log holds and its pages showed.
 */
export type BallotBoard = {
  ballotId: BallotId; status: 'open' | 'hidden' | 'void' | 'published'; title: LocalText; titles: Record<string, LocalText>; sentence: LocalText | null;
  openedAt: number; closedAt: number | null; voted: number; entitled: number | null; tally: Record<string, number>; digest: string | null; board: BoardLine[];
};
