import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { CaptionAck, CaptionLine, Refusal } from '@yaji/contracts';
import { Commands } from '../commands.ts';
import { withinPatience } from '../patience.ts';
import type { LiveSocket } from '../seat.ts';
import { showOutExhausted } from '../show-out.ts';
import { CaptionTelling } from './caption-telling.ts';
import { CaptionWriting } from './caption-writing.ts';

/** The requests of captions at the door of the live room. */
@WebSocketGateway({ namespace: '/live' })
export class CaptionGateway {
  constructor(private readonly writing: CaptionWriting, private readonly telling: CaptionTelling, private readonly commands: Commands) {}

  @SubscribeMessage('caption')
  async caption(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<CaptionAck> {
    const ack = await this.writing.say(socket.data.seat, body);
    showOutExhausted(socket);
    return ack;
  }

  @SubscribeMessage('captionsNow')
  async now(@ConnectedSocket() socket: LiveSocket): Promise<{ lines: CaptionLine[] } | { refusal: Refusal }> {
    const answer = await this.read(socket);
    showOutExhausted(socket);
    return answer;
  }

  private async read({ data: { seat } }: LiveSocket): Promise<{ lines: CaptionLine[] } | { refusal: Refusal }> {
    if (!seat.credit.take(Date.now())) return { refusal: this.commands.refuse(seat, 'socket/too-fast').refusal };
    if (!seat.placed || seat.placed.sees === 'outside') return { refusal: this.commands.refuse(seat, 'member/not-admitted').refusal };
    try {
      return { lines: await withinPatience(this.telling.now(seat.roomId)) };
    } catch (error) {
      return { refusal: this.commands.failed(seat, 'captions.read', error).refusal };
    }
  }
}
