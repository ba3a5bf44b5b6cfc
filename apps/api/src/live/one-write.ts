/** What engine.io tells of a packet that it is about to send; the frame of a broadcast is computed once and shared by all its packets. */
type Created = { options?: { wsPreEncodedFrame?: Buffer[] } };

/**
 * The frame of a broadcast comes as header and body, which each connection would write as two pieces, a dearer call of the system than
 * one. So it is joined once, for all.
 */
export function inOneWrite({ options }: Created): void {
  const frame = options?.wsPreEncodedFrame;
  if (options && frame && frame.length > 1) options.wsPreEncodedFrame = [Buffer.concat(frame)];
}
