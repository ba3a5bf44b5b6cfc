import type { Ack } from '@yaji/contracts';
import type { Page } from 'playwright-core';

/** A command that a page said and the server answered, as it went over the page's own socket. `saidAt`, `at`: UTC milliseconds of saying (the last time) and of the answer. */
export type Acknowledged = { commandId: string; type: string; ok: boolean; code: string | null; seq: number; saidAt: number; at: number };

// Socket.IO: `42/live,<id>["command",{…}]` asks, `43/live,<id>[{…}]` answers.
const said = /^42\/live,(\d+)\["command",(.*)\]$/s;
const answered = /^43\/live,(\d+)\[(.*)\]$/s;

type Said = { commandId: string; type: string; at: number };

/** Writes down every answered command of a page, from its sockets, whatever the page makes of it. To be called before the page is opened. */
export function noteAcks(page: Page): Acknowledged[] {
  const acks: Acknowledged[] = [];
  page.on('websocket', (socket) => {
    const asked = new Map<string, Said>();
    socket.on('framesent', ({ payload }) => {
      const [, id, body] = said.exec(String(payload)) ?? [];
      if (id && body) asked.set(id, { ...JSON.parse(body) as Omit<Said, 'at'>, at: Date.now() });
    });
    socket.on('framereceived', ({ payload }) => {
      const [, id, body] = answered.exec(String(payload)) ?? [];
      const question = id ? asked.get(id) : undefined;
      if (!question || !body) return;
      const ack = JSON.parse(body) as Ack;
      const { commandId, type, at: saidAt } = question;
      acks.push({ commandId, type, ok: ack.ok, code: ack.ok ? null : ack.refusal.code, seq: ack.seq, saidAt, at: Date.now() });
    });
  });
  return acks;
}
