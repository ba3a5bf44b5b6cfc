const payloadFeedback = 206;
const pictureLoss = 1;
const fullIntra = 4;

/** Whether a compound RTCP packet asks for a key frame: a picture loss indication (RFC 4585, 6.3.1) or a full intra request (RFC 5104, 4.3.1). */
export function asksForKeyFrame(bytes: Buffer): boolean {
  for (let offset = 0; offset + 4 <= bytes.length; offset += 4 + 4 * bytes.readUInt16BE(offset + 2)) {
    const format = bytes.readUInt8(offset) & 0x1f;
    if (bytes.readUInt8(offset + 1) === payloadFeedback && (format === pictureLoss || format === fullIntra)) return true;
  }
  return false;
}
