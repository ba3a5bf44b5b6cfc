import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type JobProgress, ParticipantId, PushState, RecordingTrouble, RoomId } from '@yaji/contracts';
import type { JobNews } from '@yaji/messaging';
import type { Configuration, Log } from '@yaji/platform';
import { z } from 'zod';
import { CONFIGURATION, JOB_NEWS, LOG } from '../ports.ts';
import { type Airwaves, openAirwaves } from './airwaves.ts';
import type { LiveRoom } from './live-room.ts';
import { LiveRooms } from './live-rooms.ts';
import { readReactions, showReactions, takeReactions } from './reactions.ts';
import { classChannel, personChannel } from './seat.ts';

const reactionsEveryMs = 500;
const Notice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('notHeard'), participantId: ParticipantId, since: z.int().nullable() }),
  z.object({ kind: z.literal('pushStates'), states: z.array(PushState).max(20) }),
  z.object({ kind: z.literal('recordingTrouble'), troubles: z.array(RecordingTrouble).max(200) }),
]);

/** Passes on what other programs say of a room: microphones that bring nothing, recordings in trouble, pushes, jobs, applause at other processes. */
@Injectable()
export class Relay implements OnModuleInit, OnModuleDestroy {
  private readonly endings: (() => void)[] = [];

  constructor(
    private readonly rooms: LiveRooms,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(JOB_NEWS) private readonly jobNews: JobNews,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    const airwaves = openAirwaves({
      url: this.configuration.redisUrl,
      topics: ['notice', 'reactions'],
      heard: (topic, roomId, words) => { this.hear(topic, roomId, words); },
      report: (err) => { this.log.warn({ err }, 'a notice could not be passed on'); },
    });
    const clapping = setInterval(() => { this.collectReactions(airwaves); }, reactionsEveryMs);
    this.endings.push(
      () => { clearInterval(clapping); },
      () => { airwaves.close(); },
      this.jobNews.listen((roomId, progress) => { this.showJob(roomId, progress); }),
    );
  }

  onModuleDestroy(): void {
    for (const end of this.endings) end();
  }

  private hear(topic: string, name: string, words: unknown): void {
    const roomId = RoomId.safeParse(name);
    const live = roomId.success ? this.rooms.get(roomId.data) : undefined;
    if (!live) return;
    if (topic === 'reactions') {
      showReactions(live, readReactions(words));
      return;
    }
    const notice = Notice.safeParse(words);
    if (notice.success) this.pass(live, notice.data);
  }

  private pass({ io, roomId }: LiveRoom, notice: z.infer<typeof Notice>): void {
    const moderators = classChannel(roomId, 'moderating');
    if (notice.kind === 'recordingTrouble') io.to(moderators).emit('recordingTrouble', notice.troubles);
    else if (notice.kind === 'pushStates') io.to(moderators).emit('pushStates', notice.states);
    else io.to([personChannel(roomId, notice.participantId), moderators]).emit('notHeard', { participantId: notice.participantId, since: notice.since });
  }

  private collectReactions(airwaves: Airwaves): void {
    for (const live of this.rooms.all()) {
      const counts = takeReactions(live);
      if (counts) void airwaves.say('reactions', live.roomId, counts).then((said) => { if (!said) showReactions(live, counts); });
    }
  }

  private showJob(roomId: RoomId, progress: JobProgress): void {
    const live = this.rooms.get(roomId);
    live?.io.to(classChannel(roomId, 'moderating')).emit('jobs', [progress]);
  }
}
