import { summaryOf } from '@yaji/chronicle';
import { wordsWith } from '../../apps/worker/src/summary/words.ts';
import { benchOptions, type Goal, report } from './report.ts';
import { longSalon, people } from './summary/long-salon.ts';
import { playedLog, takeAway } from './summary/take-away.ts';

/** A salon of three hours in both languages, summarised as the worker does it, with the dictionary loaded in the time; then everything that is made of it. */
const goals: Goal[] = [{ metric: 'words', atLeast: 40_000 }, { metric: 'characters', atLeast: 60_000 }, { metric: 'summaryMs', atMost: 3_000 }, { metric: 'summaryMemoryMb', atMost: 300 }, { metric: 'exportsMs', atMost: 20_000 }];
const bytesPerMb = 1_000_000;

const options = benchOptions(30);
const { spoken: heard, words, characters } = longSalon();
const { log, spoken } = playedLog(heard);
const before = process.memoryUsage().rss;
let most = before;
const began = performance.now();
const summary = summaryOf(spoken, wordsWith(people));
const summaryMs = performance.now() - began;
most = Math.max(most, process.memoryUsage().rss, process.resourceUsage().maxRSS * 1_024);
const statements = [...summary.turns, ...summary.topics, summary.room].reduce((count, essence) => count + essence.statements.length, 0);
const { exportsMs, exportedMb } = await takeAway(log, spoken, summary);
report('summary', { words, characters, turns: summary.turns.length, topics: summary.topics.length, statements, summaryMs, summaryMemoryMb: (most - before) / bytesPerMb, wholeMemoryMb: most / bytesPerMb, exportsMs, exportedMb }, goals, options);
