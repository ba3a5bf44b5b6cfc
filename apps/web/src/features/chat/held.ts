import type { ChatMessage, ChatNews, ChatSettings } from '@yaji/contracts';

/** What a page holds of a chat after change `upTo`: a stretch of messages up to the newest, by number. */
export type Held = { upTo: number; settings: ChatSettings; messages: readonly ChatMessage[] };

/** Older ones are let go where somebody follows the newest; where somebody reads further up, much later. */
const kept = { following: 200, reading: 1_000 };

/** Takes what is told; null: something is missing before it, nothing was taken. */
export function takeNews(held: Held | null, { after, upTo, messages, slowSeconds, closed, muted }: ChatNews): Held | null {
  const settings = { slowSeconds, closed, muted };
  if (after === null) return { upTo, settings, messages };
  if (!held || after > held.upTo) return null;
  if (upTo <= held.upTo) return held;
  const changed = new Map(messages.map((message) => [message.number, message]));
  const newest = held.messages.at(-1)?.number ?? 0;
  return { upTo, settings, messages: [...held.messages.map((message) => changed.get(message.number) ?? message), ...messages.filter(({ number }) => number > newest)] };
}

/** Puts earlier messages before those held; what does not end right before them is too late. */
export function takeEarlier(held: Held, earlier: readonly ChatMessage[]): Held {
  const first = held.messages[0];
  return first && earlier.at(-1)?.number === first.number - 1 ? { ...held, messages: [...earlier, ...held.messages] } : held;
}

export function letGo(held: Held, following: boolean): Held {
  const most = following ? kept.following : kept.reading;
  return held.messages.length > most ? { ...held, messages: held.messages.slice(-most) } : held;
}
