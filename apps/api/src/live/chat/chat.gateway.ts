import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { ChatAck, ChatMessage, ChatNews, Refusal } from '@yaji/contracts';
import type { LiveSocket } from '../seat.ts';
import { showOutExhausted } from '../show-out.ts';
import { ChatReading } from './chat-reading.ts';
import { ChatWriting } from './chat-writing.ts';

/** The chat's requests at the door of the live room. */
@WebSocketGateway({ namespace: '/live' })
export class ChatGateway {
  constructor(private readonly writing: ChatWriting, private readonly reading: ChatReading) {}

  @SubscribeMessage('chat')
  async chat(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<ChatAck> {
    const ack = await this.writing.say(socket.data.seat, body);
    showOutExhausted(socket);
    return ack;
  }

  @SubscribeMessage('chatAfter')
  async after(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<ChatNews | { refusal: Refusal }> {
    const answer = await this.reading.after(socket, body);
    showOutExhausted(socket);
    return answer;
  }

  @SubscribeMessage('chatBefore')
  async before(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<{ messages: ChatMessage[] } | { refusal: Refusal }> {
    const answer = await this.reading.before(socket, body);
    showOutExhausted(socket);
    return answer;
  }
}
