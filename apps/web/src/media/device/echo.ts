/** Records a track for so long and gives what was heard. */
export function recordEcho(track: MediaStreamTrack, ms: number): Promise<Blob> {
  const recorder = new MediaRecorder(new MediaStream([track]));
  const pieces: Blob[] = [];
  return new Promise((done, failed) => {
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => done(new Blob(pieces, { type: recorder.mimeType }));
    recorder.onerror = () => failed(new Error('the recorder failed'));
    recorder.start();
    setTimeout(() => recorder.stop(), ms);
  });
}

/** Plays what was recorded, to its end. */
export async function playEcho(recorded: Blob): Promise<void> {
  const url = URL.createObjectURL(recorded);
  const player = new Audio(url);
  const ended = new Promise<void>((done) => { player.onended = () => done(); });
  await player.play();
  await ended;
  URL.revokeObjectURL(url);
}
