/** The names of a run of the encoder: its list, the beginning that every part needs, and its parts. Runs count up within a room's stream. */
export const listOf = (run: number): string => `${run}.m3u8`;
export const beginningOf = (run: number): string => `${run}-begin.mp4`;
/** As ffmpeg takes it. */
export const partsOf = (run: number): string => `${run}-%d.m4s`;

const given = /^\d{1,6}-(begin\.mp4|\d{1,9}\.m4s)$/;

/** Whether a viewer may ask for a file of this name: only what is made here is ever given away. */
export const isPart = (name: string): boolean => given.test(name);

export const isOfRun = (name: string, run: number): boolean => name === listOf(run) || name.startsWith(`${run}-`);
