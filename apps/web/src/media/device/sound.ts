let shared: AudioContext | null = null;

/** One context for the page; browsers let it sound only after a touch. */
function context(): AudioContext {
  shared ??= new AudioContext();
  if (shared.state === 'suspended') void shared.resume();
  return shared;
}

/** Two soft notes, a fifth apart. */
export function playTone(): void {
  const ctx = context();
  for (const [pitch, delay] of [[523.25, 0], [784, 0.28]] as const) {
    const tone = ctx.createOscillator();
    const loudness = ctx.createGain();
    const at = ctx.currentTime + delay;
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(0.22, at + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
    tone.connect(loudness).connect(ctx.destination);
    tone.start(at);
    tone.stop(at + 0.65);
  }
}

/** Measures how loud a track is: `read()` answers 0 to 1. */
export function levelOf(track: MediaStreamTrack): { read: () => number; close: () => void } {
  const ctx = context();
  const source = ctx.createMediaStreamSource(new MediaStream([track]));
  const analyser = ctx.createAnalyser();
  analyser.fftSize = 512;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    read: () => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, one) => sum + one * one, 0) / samples.length;
      // -60 dB and below is silence, 0 dB is full.
      return power === 0 ? 0 : Math.max(0, Math.min(1, 1 + (10 * Math.log10(power)) / 60));
    },
    close: () => source.disconnect(),
  };
}
