// Each numbered rule in libs/*/RULES.md has a test that names it in brackets, and no test names a rule that is not written.
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.env.YAJI_ROOT ?? dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const RULE = /^\s*[-*]\s+\*\*([A-Z]{1,3}\d+[a-z]?)\*\*/gm;
// A port's suite counts as a test: the specs of each implementation run it. A test's name begins with the rules it proves: '[F4] serves in order', '[F4, F5] …', `[L2] …`.
const CLAIM = /['"`]((?:\[[A-Z]{1,3}\d+[a-z]?(?:\s*,\s*[A-Z]{1,3}\d+[a-z]?)*\]\s*)+)/g;
const NUMBER = /[A-Z]{1,3}\d+[a-z]?/g;

const read = (pattern) => globSync(pattern, { cwd: root, exclude: (name) => /node_modules|dist/.test(name) })
  .sort()
  .map((file) => ({ file, text: readFileSync(`${root}/${file}`, 'utf8') }));

const rules = new Map();
const twice = [];
for (const { file, text } of read('libs/*/RULES.md'))
  for (const [, number] of text.matchAll(RULE)) {
    if (rules.has(number)) twice.push(`${number} (${rules.get(number)} and ${file})`);
    rules.set(number, file);
  }

const claimed = (text) => [...text.matchAll(CLAIM)].flatMap(([, claim]) => claim.match(NUMBER));

const claims = new Map();
for (const { file, text } of read('{apps,libs,test}/**/*{.spec,-suite}.{ts,tsx}')) for (const number of claimed(text)) claims.set(number, file);

const untested = [...rules.keys()].filter((number) => !claims.has(number));
const unwritten = [...claims.keys()].filter((number) => !rules.has(number));

const report = (title, lines) => lines.length && console.log(`${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
report('rules without a test', untested.map((number) => `${number}  ${rules.get(number)}`));
report('tests of rules that are not written', unwritten.map((number) => `${number}  ${claims.get(number)}`));
report('rules written twice', twice);
console.log(`${rules.size} rules, ${rules.size - untested.length} tested`);
process.exitCode = untested.length + unwritten.length + twice.length ? 1 : 0;
