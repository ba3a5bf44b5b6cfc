/** What a browser that recognises speech has (W3C Web Speech API); TypeScript's DOM does not know it. */
type Result = { readonly isFinal: boolean; readonly [alternative: number]: { readonly transcript: string } };
type Heard = { readonly resultIndex: number; readonly results: { readonly length: number; readonly [n: number]: Result } };
type Recognition = {
  lang: string; continuous: boolean; interimResults: boolean;
  onresult: ((heard: Heard) => void) | null; onerror: ((fault: { error: string }) => void) | null; onend: (() => void) | null;
  start(): void; abort(): void; stop(): void;
};
type Maker = new () => Recognition;

const maker = (): Maker | undefined => {
  const { SpeechRecognition, webkitSpeechRecognition } = window as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker };
  return SpeechRecognition ?? webkitSpeechRecognition;
};

export const canRecognise = (): boolean => maker() !== undefined;

/** `heard`: what is said since the last final text. `failed`: it will not go on. */
export type RecogniserOptions = { language: string; heard: (text: string, final: boolean) => void; failed: (why: 'blocked' | 'unsupported' | 'away') => void };

/** These do not pass by themselves. */
const forGood: Record<string, 'blocked' | 'unsupported'> = { 'not-allowed': 'blocked', 'service-not-allowed': 'blocked', 'language-not-supported': 'unsupported' };
/** Browsers end a recognition after a silence or a minute: another follows. One that ends at once over and over is not to be had. */
const pauseMs = 250;
const soonMs = 1_500;
const mostSoon = 6;

/** Hears the microphone until it is stopped; what is half is then made whole. Answers how to stop. */
export function recognise({ language, heard, failed }: RecogniserOptions): () => void {
  const Recogniser = maker();
  let stopped = false;
  let soon = 0;
  let running: Recognition | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const giveUp = (why: Parameters<typeof failed>[0]) => {
    stopped = true;
    failed(why);
  };
  const start = () => {
    if (stopped || !Recogniser) return;
    const begun = Date.now();
    running = Object.assign(new Recogniser(), { lang: language, continuous: true, interimResults: true });
    running.onresult = ({ resultIndex, results }) => tell({ resultIndex, results }, heard);
    running.onerror = ({ error }) => { if (forGood[error]) giveUp(forGood[error]); };
    running.onend = () => {
      soon = Date.now() - begun < soonMs ? soon + 1 : 0;
      if (!stopped && soon > mostSoon) giveUp('away');
      if (!stopped) again = setTimeout(start, pauseMs * (soon + 1));
    };
    running.start();
  };
  start();
  return () => {
    stopped = true;
    clearTimeout(again);
    running?.stop();
  };
}

/** What is whole is told as such; all that is half together. */
function tell({ resultIndex, results }: Heard, heard: RecogniserOptions['heard']): void {
  let half = '';
  for (let n = resultIndex; n < results.length; n += 1) {
    const result = results[n];
    const text = result?.[0]?.transcript ?? '';
    if (result?.isFinal) heard(text, true);
    else half += text;
  }
  if (half.trim() !== '') heard(half, false);
}
