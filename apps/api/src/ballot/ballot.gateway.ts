import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Ack, ParticipantId } from '@yaji/contracts';
import { Commands } from '../live/commands.ts';
import { LiveRooms } from '../live/live-rooms.ts';
import type { LiveSocket } from '../live/seat.ts';
import { showOutExhausted } from '../live/show-out.ts';
import { SecretVotes } from './secret-votes.ts';

/** The door of secret ballots, at the same sockets as the room's: what is said here is no command and comes into no log. */
@WebSocketGateway({ namespace: '/live' })
export class BallotGateway {
  constructor(private readonly rooms: LiveRooms, private readonly commands: Commands, private readonly votes: SecretVotes) {}

  /** Never rejects: what could not be put into the box is to be said again. */
  @SubscribeMessage('vote')
  async vote(@ConnectedSocket() socket: LiveSocket, @MessageBody() said: unknown): Promise<Ack> {
    const ack = await this.take(socket, said);
    showOutExhausted(socket);
    return ack;
  }

  @SubscribeMessage('voted')
  async voted(@ConnectedSocket() socket: LiveSocket, @MessageBody() asked: unknown): Promise<{ voted: ParticipantId[] } | undefined> {
    const { seat } = socket.data;
    const live = this.rooms.get(seat.roomId);
    if (!live || !seat.placed || !seat.credit.take(Date.now())) return undefined;
    const ballotId = typeof asked === 'object' && asked !== null && 'ballotId' in asked ? asked.ballotId : null;
    return { voted: await this.votes.voted(live, seat, ballotId) };
  }

  private async take({ data: { seat } }: LiveSocket, said: unknown): Promise<Ack> {
    const live = this.rooms.get(seat.roomId);
    if (!seat.credit.take(Date.now())) return this.commands.refuse(seat, 'socket/too-fast');
    if (!live || !seat.placed) return this.commands.refuse(seat, 'socket/unavailable');
    try {
      return await this.votes.vote(live, seat, said);
    } catch (error) {
      return this.commands.failed(seat, 'vote', error);
    }
  }
}
