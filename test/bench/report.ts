import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

/** A goal names a metric and the bound it must keep; `atLeast` and `atMost` in the metric's own unit. */
export type Goal = { metric: string } & ({ atLeast: number } | { atMost: number });
export type Metrics = Record<string, number>;
export type BenchOptions = { seconds: number; assert: boolean };

/** Reads `--seconds N` (the time the whole bench may take) and `--assert` from the command line. */
export function benchOptions(defaultSeconds: number): BenchOptions {
  const { values } = parseArgs({ options: { seconds: { type: 'string' }, assert: { type: 'boolean', default: false } } });
  const seconds = Number(values.seconds ?? defaultSeconds);
  if (!Number.isFinite(seconds) || seconds <= 0) throw new Error(`--seconds must be a number above 0, not ${values.seconds ?? ''}`);
  return { seconds, assert: values.assert };
}

const keeps = (goal: Goal, measured: number): boolean => ('atLeast' in goal ? measured >= goal.atLeast : measured <= goal.atMost);
const bound = (goal: Goal): string => ('atLeast' in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`);
const rounded = (value: number): number => Number(value.toPrecision(4));

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}

/**
 * Prints the table and, as the last line, everything as JSON. With `assert` a goal that is missed (or was not measured) makes the
 * process end with code 1.
 */
export function report(bench: string, metrics: Metrics, goals: readonly Goal[], { assert }: Pick<BenchOptions, 'assert'>): void {
  const judged = goals.map((goal) => {
    const measured = metrics[goal.metric] ?? Number.NaN;
    return { metric: goal.metric, goal: bound(goal), measured: rounded(measured), ok: keeps(goal, measured) };
  });
  const rows = Object.entries(metrics).map(([metric, value]) => {
    const goal = judged.find((one) => one.metric === metric);
    return [metric, String(rounded(value)), goal?.goal ?? '', goal ? (goal.ok ? 'ok' : 'MISSED') : ''];
  });
  const processors = cpus();
  const machine = { cpu: processors[0]?.model.trim() ?? 'unknown', cores: processors.length, node: process.version };
  console.log(table([[bench, 'measured', 'goal', ''], ...rows]));
  console.log(JSON.stringify({ bench, machine, metrics: Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, rounded(value)])), goals: judged }));
  if (assert && judged.some(({ ok }) => !ok)) process.exitCode = 1;
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
