import type { Acknowledged } from '../../pages/acks.ts';
import { type Row, row } from './row.ts';

/**
 * Whether all that was acknowledged is in the log. `written`: the commands whose events the database holds, with the last number of each.
 * `allowed`: a refusal that is no surprise, as where something was killed on purpose.
 */
export function acknowledgedRows(acks: readonly Acknowledged[], written: ReadonlyMap<string, number>, allowed: string | null = null): Row[] {
  const good = acks.filter(({ ok }) => ok);
  const missing = good.filter(({ commandId, seq }) => (written.get(commandId) ?? 0) !== seq);
  const refused = acks.filter(({ ok, code }) => !ok && code !== allowed);
  return [
    row('log: all that was acknowledged is in it', good.length > 0 && missing.length === 0, missing.length > 0 ? `missing: ${missing.map(({ type, seq }) => `${type} ${seq}`).join(', ')}` : `${good.length} commands`),
    row('nothing was refused', refused.length === 0, refused.map(({ type, code }) => `${type}: ${code ?? '?'}`).join(', ') || 'nothing'),
  ];
}
