import { type Command, commandSchemas, Envelope, type CommandId, type RefusalCode } from '@yaji/contracts';
import { err, ok, type Result } from '@yaji/kit';

type Said = { commandId: CommandId; command: Command };

const isCommandType = (type: string): type is keyof typeof commandSchemas => Object.hasOwn(commandSchemas, type);

/** What a client has said in room `roomId`: a command of the contract, or why it is none. The servers' own commands are unknown here. */
export function readCommand(body: unknown, roomId: string): Result<Said, RefusalCode> {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) return err('contract/invalid');
  const { commandId, type, data } = envelope.data;
  if (envelope.data.roomId !== roomId) return err('socket/not-in-room');
  if (!isCommandType(type)) return err('contract/unknown-command');
  const command = commandSchemas[type].safeParse({ type, data });
  return command.success ? ok({ commandId, command: command.data }) : err('contract/invalid');
}
