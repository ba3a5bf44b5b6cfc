/** What somebody says in a random history, in terms of what there is at that moment (the third question, the second in the queue). */
export type Act = { who: string; verb: number; pick: number; afterMs: number };
