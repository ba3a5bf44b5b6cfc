import { ConnectedSocket, MessageBody, type OnGatewayConnection, type OnGatewayDisconnect, type OnGatewayInit, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Ack, CaughtUp, LiveRequests } from '@yaji/contracts';
import { catchUp } from './catch-up.ts';
import { Commands, type RefusedAck } from './commands.ts';
import { Doorway } from './doorway.ts';
import { LiveRooms } from './live-rooms.ts';
import { MediaPasses, type Passed, type Streamed } from './media-passes.ts';
import { addReaction, isReaction } from './reactions.ts';
import type { LiveNamespace, LiveSocket } from './seat.ts';
import { showOutExhausted } from './show-out.ts';

const messages: ReadonlySet<unknown> = new Set<keyof LiveRequests>(['command', 'catchUp', 'time', 'mediaPass', 'streamPass', 'vote', 'voted', 'reaction', 'chat', 'chatAfter', 'chatBefore', 'caption', 'captionsNow']);

/** The door of the live room; the chat's requests come to `chat/chat.gateway.ts`. It knows who, how fast and in what shape; what is said is for the engine to judge. */
@WebSocketGateway({ namespace: '/live' })
export class LiveGateway implements OnGatewayInit<LiveNamespace>, OnGatewayConnection<LiveSocket>, OnGatewayDisconnect<LiveSocket> {
  constructor(
    private readonly doorway: Doorway,
    private readonly rooms: LiveRooms,
    private readonly commands: Commands,
    private readonly passes: MediaPasses,
  ) {}

  afterInit(io: LiveNamespace): void {
    io.use((socket, next) => {
      void this.doorway.knock(socket.handshake.auth).then((knock) => {
        if ('seat' in knock) socket.data.seat = knock.seat;
        next('seat' in knock ? undefined : Object.assign(new Error(knock.code), { data: knock }));
      });
    });
    this.rooms.attach(io);
  }

  handleConnection(socket: LiveSocket): void {
    socket.onAny((message: unknown, ...rest: unknown[]) => { if (!messages.has(message)) this.answerUnknown(socket, rest); });
    this.rooms.seat(socket);
  }

  handleDisconnect(socket: LiveSocket): void {
    this.rooms.unseat(socket);
  }

  @SubscribeMessage('command')
  async command(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<Ack> {
    const ack = await this.commands.say(socket.data.seat, body);
    showOutExhausted(socket);
    return ack;
  }

  @SubscribeMessage('catchUp')
  catchUp(@ConnectedSocket() socket: LiveSocket, @MessageBody() request: unknown): CaughtUp | undefined {
    const { seat } = socket.data;
    const live = this.rooms.get(seat.roomId);
    return seat.placed && live && this.withinCredit(socket) ? catchUp(live, seat, request) : undefined;
  }

  @SubscribeMessage('time')
  time(@ConnectedSocket() socket: LiveSocket): { now: number } | undefined {
    return this.withinCredit(socket) ? { now: Date.now() } : undefined;
  }

  @SubscribeMessage('mediaPass')
  async mediaPass(@ConnectedSocket() socket: LiveSocket): Promise<Passed> {
    const { seat } = socket.data;
    const live = this.rooms.get(seat.roomId);
    if (!this.withinCredit(socket)) return { refusal: { code: 'socket/too-fast' } };
    return live ? this.passes.passFor(live, seat) : { refusal: { code: 'socket/unavailable' } };
  }

  @SubscribeMessage('streamPass')
  async streamPass(@ConnectedSocket() socket: LiveSocket): Promise<Streamed> {
    const { seat } = socket.data;
    const live = this.rooms.get(seat.roomId);
    if (!this.withinCredit(socket)) return { refusal: { code: 'socket/too-fast' } };
    return live ? this.passes.streamFor(live, seat) : { refusal: { code: 'socket/unavailable' } };
  }

  @SubscribeMessage('reaction')
  reaction(@ConnectedSocket() socket: LiveSocket, @MessageBody() request: unknown): void {
    const { seat } = socket.data;
    const live = this.rooms.get(seat.roomId);
    if (!seat.applause.take(Date.now()) || !live || !seat.placed || seat.placed.sees === 'outside' || live.feed.room.phase !== 'open') return;
    const kind = typeof request === 'object' && request !== null && 'kind' in request ? request.kind : null;
    if (isReaction(kind)) addReaction(live, kind);
    else this.tellRefusal(socket, this.commands.refuse(seat, 'contract/invalid'));
  }

  private withinCredit(socket: LiveSocket): boolean {
    const { seat } = socket.data;
    if (seat.credit.take(Date.now())) return true;
    this.tellRefusal(socket, this.commands.refuse(seat, 'socket/too-fast'));
    return false;
  }

  private answerUnknown(socket: LiveSocket, rest: readonly unknown[]): void {
    const { seat } = socket.data;
    const refused = this.commands.refuse(seat, seat.credit.take(Date.now()) ? 'contract/unknown-command' : 'socket/too-fast');
    this.tellRefusal(socket, refused);
    const acknowledge = rest.at(-1);
    if (typeof acknowledge === 'function') (acknowledge as (answer: RefusedAck) => void)(refused);
  }

  private tellRefusal(socket: LiveSocket, { refusal }: RefusedAck): void {
    socket.emit('refused', refusal);
    showOutExhausted(socket);
  }
}
