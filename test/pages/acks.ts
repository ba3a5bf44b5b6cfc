import type { Ack } from '@yaji/contracts';
import type { Page } from 'playwright-core';

/** A command that a page said and the server answered, as it went over the page's own socket. `at`: UTC milliseconds of the answer. */
export type Acknowledged = { commandId: string; type: string; ok: boolean; code: string | null; seq: number; at: number };

// Socket.IO: `42/live,<id>["command",{…}]` asks, `43/live,<id>[{…}]` answers.
const said = /^42\/live,(\d+)\["command",(.*)\]$/s;
const answered = /^43\/live,(\d+)\[(.*)\]$/s;

type Envelope = { commandId: string; type: string };

/** Writes down every answered command of a page, from its sockets, whatever the page makes of it. To be called before the page is opened. */
export function noteAcks(page: Page): Acknowledged[] {
  const acks: Acknowledged[] = [];
  page.on('websocket', (socket) => {
    const asked = new Map<string, Envelope>();
    socket.on('framesent', ({ payload }) => {
      const [, id, body] = said.exec(String(payload)) ?? [];
      if (id && body) asked.set(id, JSON.parse(body) as Envelope);
    });
    socket.on('framereceived', ({ payload }) => {
      const [, id, body] = answered.exec(String(payload)) ?? [];
      const envelope = id ? asked.get(id) : undefined;
      if (!envelope || !body) return;
      const ack = JSON.parse(body) as Ack;
      acks.push({ commandId: envelope.commandId, type: envelope.type, ok: ack.ok, code: ack.ok ? null : ack.refusal.code, seq: ack.seq, at: Date.now() });
    });
  });
  return acks;
}
