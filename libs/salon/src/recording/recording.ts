/** When the room was recorded: pieces in order, the last one open (`stoppedAt` null) while it runs. UTC milliseconds. */
export type Recording = { running: boolean; pieces: { startedAt: number; stoppedAt: number | null }[] };

export const emptyRecording = (): Recording => ({ running: false, pieces: [] });
