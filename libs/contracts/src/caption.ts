import { z } from 'zod';
import type { TranscriptLine } from './transcript.ts';
import { LineId } from './ids.ts';
import type { Refusal } from './refusal.ts';
import { command, event, type OneOf } from './shape.ts';
import { Language, text } from './text.ts';

/**
 * Who writes down what is said while it is said. `browser`: that of whoever is heard; `typist`: a person; `engine`: a recogniser of the
 * house; `service`: one that the house asks.
 */
export const CaptionSource = z.enum(['off', 'browser', 'typist', 'engine', 'service']);
export type CaptionSource = z.infer<typeof CaptionSource>;

export const captionCommands = { 'caption.choose': command('caption.choose', { source: CaptionSource }) };
export const captionEvents = { CaptionsChosen: event('CaptionsChosen', { source: CaptionSource }) };

/** UTF-16 units: what two rows of a hall display hold twice over. A longer line is said as several. */
export const captionMost = 400;

/**
 * What a client may say as message `caption`. `lineId` is the client's own: the same line said again takes the place of what it said before.
 * `final`: it is kept; another that comes after is a correction.
 */
export const captionRequestSchemas = {
  'caption.say': command('caption.say', { lineId: LineId, language: Language, text: text(captionMost), final: z.boolean() }),
};
export type CaptionRequest = OneOf<typeof captionRequestSchemas>;
export type CaptionAck = { ok: true } | { ok: false; refusal: Refusal };

/** A line as it is shown. While `final` is false its words may still change. */
export type CaptionLine = TranscriptLine & { final: boolean };
