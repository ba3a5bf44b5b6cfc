import { performance } from 'node:perf_hooks';
import type { ParticipantId } from '@yaji/contracts';
import type { Sent, Studio } from '../studio/studio.ts';
import type { Taken } from './taken.ts';
import { Intakes } from './intakes.ts';
import type { Output, Picture, Program } from './output.ts';
import { leadOf, pictureOf } from './switch/choice.ts';
import { opusMs } from './switch/opus-length.ts';
import { PictureLine } from './switch/picture-line.ts';

const tickMs = 40;
/** On an open floor the picture follows whoever leads this long: not every interjection. */
const steadyMs = 1_200;

/** Gives the picture of a card, a VP8 key frame, for what the room shows now; null while there is none. */
export type Card = () => Buffer | null;
/** `ffmpeg`: the program that converts what is not VP8. */
export type ProgramMeans = { readonly card: Card; readonly ffmpeg: string };

/**
 * What a room shows and says, as one picture and its voices, following the floor: of what is on air the speaker's screen before the
 * camera, else whoever is heard, else a card. It takes packets only while somebody has joined.
 */
export function openProgram(studio: Studio, means: ProgramMeans): Program {
  const outputs = new Set<Output>();
  let running: Running | null = null;
  return {
    join: (output) => {
      outputs.add(output);
      running ??= new Running(studio, means, outputs);
      running.freshen();
      return () => {
        outputs.delete(output);
        if (outputs.size > 0) return;
        running?.stop();
        running = null;
      };
    },
    wantKeyFrame: () => running?.freshen(),
  };
}

class Running {
  private readonly line = new PictureLine();
  private readonly intakes: Intakes;
  private readonly ticking: NodeJS.Timeout;
  private lead: ParticipantId | null = null;
  private leadSince = -Infinity;
  private steady: ParticipantId | null = null;
  private lastCard: Buffer | null = null;

  constructor(private readonly studio: Studio, private readonly means: ProgramMeans, private readonly outputs: ReadonlySet<Output>) {
    this.intakes = new Intakes(studio, means.ffmpeg, (sent, frame) => this.take(sent, frame));
    this.ticking = setInterval(() => this.tick(), tickMs);
    this.tick();
  }

  stop(): void {
    clearInterval(this.ticking);
    this.intakes.close();
  }

  freshen(): void {
    this.line.cardAgain();
    const shown = this.line.showing;
    if (shown !== null) this.intakes.of(shown)?.wantKeyFrame();
  }

  private take(sent: Sent, { at, key, bytes }: Taken): void {
    // The producer is held or let go at once; what was under way then is not on air any more.
    if (!sent.onAir) return;
    if (sent.kind === 'video') return this.show(this.line.take(sent.producer.id, { at, key, bytes }));
    const sound = { voice: sent.participantId, at, ms: opusMs(bytes), payload: bytes };
    for (const output of this.outputs) output.sound(sound, sent.participantId === (this.lead ?? sent.participantId));
  }

  private show(picture: Picture | null): void {
    if (picture) for (const output of this.outputs) output.picture(picture);
  }

  private tick(): void {
    const now = performance.now();
    this.intakes.agree();
    this.intakes.due(now);
    this.follow(now);
    const wanted = this.wanted();
    this.line.want(wanted, now);
    for (const { kind, producer } of this.studio.sent.values()) {
      this.intakes.of(producer.id)?.flow(kind === 'audio' || producer.id === wanted || producer.id === this.line.showing);
    }
    if (wanted !== null && this.line.isWaiting) this.intakes.of(wanted)?.wantKeyFrame();
    const card = this.means.card();
    if (card !== this.lastCard) this.line.cardAgain();
    this.lastCard = card;
    if (card && this.line.cardIsDue(now)) this.show(this.line.card(card, now));
  }

  /** Whose voice leads. */
  private follow(now: number): void {
    const { ears, sent } = this.studio;
    const voices = [...sent.values()].filter(({ kind, onAir }) => kind === 'audio' && onAir)
      .map(({ participantId }) => ({ participantId, heardAt: ears.get(participantId)?.heardAt ?? -Infinity }));
    const lead = leadOf(voices, this.lead, now);
    if (lead !== this.lead) this.leadSince = now;
    this.lead = lead;
    if (now - this.leadSince >= steadyMs || this.steady === null) this.steady = lead;
  }

  private wanted(): string | null {
    const faces = [...this.studio.sent.values()].filter(({ kind, onAir, producer }) => kind === 'video' && onAir && this.intakes.of(producer.id) !== null)
      .map(({ producer: { id: key }, participantId, source }) => ({ key, participantId, source }));
    return pictureOf({ faces, speaker: this.studio.scene.turn?.speaker ?? null, voice: this.steady, shown: this.line.showing });
  }
}
