declare module 'node-webvtt' {
  /** Seconds. */
  type Cue = { identifier: string; start: number; end: number; text: string; styles: string };
  /** Throws where the text is no WebVTT. */
  function parse(input: string, options?: { meta?: boolean; strict?: boolean }): { cues: Cue[] };
  export default { parse };
}
