import { Area, AreaChart, Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useWords } from '../../../i18n/words.ts';
import { short } from './short.ts';
import css from './statistics.module.css';

/** `values`: one for each of the series. */
export type BarLine = { name: string; values: readonly number[] };
type BarsProps = { title: string; lines: readonly BarLine[]; series: readonly string[]; valueText: (value: number) => string };

const fills = ['var(--accent)', 'color-mix(in srgb, var(--ink-2) 45%, var(--paper))'];
const tick = { fill: 'var(--ink-2)', fontSize: 13 };
const ink = { fill: 'var(--ink)', fontSize: 13 };
const nameWidth = 128;
/** A number and no more: keys of one chart. */
const keyOf = (index: number): string => `v${index}`;

/** Lying bars, each with its figure. The table beside says the same to whoever cannot see it. */
export function Bars({ title, lines, series, valueText }: BarsProps) {
  const { t } = useWords();
  const rows = lines.map(({ name, values }, index) => ({ id: String(index), name, ...Object.fromEntries(values.map((value, n) => [keyOf(n), value])) }));
  const thick = series.length > 1 ? 46 : 30;
  return (
    <div className={css.chart} role="img" aria-label={t('figures.chart', { title })}>
      <ResponsiveContainer width="100%" height={rows.length * thick + (series.length > 1 ? 36 : 8)}>
        <BarChart layout="vertical" data={rows} margin={{ top: 0, right: 72, bottom: 0, left: 0 }} barCategoryGap={series.length > 1 ? 6 : 7} barGap={2} accessibilityLayer={false}>
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <YAxis type="category" dataKey="id" width={nameWidth} axisLine={false} tickLine={false} tick={ink} interval={0} tickFormatter={(id: string) => short(lines[Number(id)]?.name ?? '')} />
          {series.length > 1 && <Legend iconType="square" iconSize={10} formatter={(name: string) => <span className={css.legend}>{name}</span>} />}
          {series.map((name, index) => (
            <Bar key={name} dataKey={keyOf(index)} name={name} fill={fills[index] ?? 'var(--accent)'} radius={2} isAnimationActive={false}
              label={{ position: 'right', fill: 'var(--ink-2)', fontSize: 13, formatter: (value: unknown) => (typeof value === 'number' ? valueText(value) : '') }} />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

type StepsProps = { title: string; steps: readonly { at: number; hall: number; remote: number }[]; names: { hall: string; remote: string }; timeText: (at: number) => string };

/** How many there were, in steps, one on the other. `at`: UTC milliseconds. */
export function Steps({ title, steps, names, timeText }: StepsProps) {
  const { t } = useWords();
  return (
    <div className={css.chart} role="img" aria-label={t('figures.chart', { title })}>
      <ResponsiveContainer width="100%" height={230}>
        <AreaChart data={[...steps]} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--rule)" />
          <XAxis dataKey="at" type="number" scale="time" domain={['dataMin', 'dataMax']} tick={tick} tickFormatter={timeText} stroke="var(--rule)" minTickGap={40} />
          <YAxis allowDecimals={false} width={36} tick={tick} axisLine={false} tickLine={false} />
          <Legend iconType="square" iconSize={10} formatter={(name: string) => <span className={css.legend}>{name}</span>} />
          <Area type="stepAfter" stackId="there" dataKey="remote" name={names.remote} stroke="none" fill="var(--accent)" fillOpacity={0.75} isAnimationActive={false} />
          <Area type="stepAfter" stackId="there" dataKey="hall" name={names.hall} stroke="none" fill="color-mix(in srgb, var(--ink-2) 45%, var(--paper))" isAnimationActive={false} />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}
