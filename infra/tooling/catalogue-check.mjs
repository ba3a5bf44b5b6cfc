// English and Chinese say everything, and the same things; Spanish may still be learning, but invents nothing.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.env.YAJI_ROOT ?? dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, 'apps/web/src/i18n');

// A language has the plurals that it has: Chinese only `other`, so forms are compared as one key.
const PLURAL = /_(zero|one|two|few|many|other)$/;

function flatten(node, path = '') {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node).flatMap(([key, value]) => flatten(value, path ? `${path}.${key}` : key));
}

function catalogue(language) {
  const file = join(folder, `${language}.json`);
  return existsSync(file) ? flatten(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

const keysOf = (entries) => new Set(entries.map(([key]) => key.replace(PLURAL, '')));
const holesOf = (text) => [...text.matchAll(/{{-?\s*([\w.]+)/g)].map(([, hole]) => hole).sort().join(' ');

function holesByKey(entries) {
  const holes = new Map();
  for (const [key, text] of entries) {
    const base = key.replace(PLURAL, '');
    holes.set(base, new Set([...(holes.get(base) ?? []), ...holesOf(text).split(' ').filter(Boolean)]));
  }
  return holes;
}

const english = catalogue('en');
const wanted = keysOf(english ?? []);
const wantedHoles = holesByKey(english ?? []);

function faultsOf(language, { complete }) {
  const entries = catalogue(language);
  if (!entries) return complete ? ['there is no catalogue'] : [];
  const present = keysOf(entries);
  // `count` may be left out, or asked for, where a form speaks of exactly one.
  const strange = [...holesByKey(entries)].flatMap(([key, holes]) =>
    [...holes].filter((hole) => wanted.has(key) && hole !== 'count' && !wantedHoles.get(key)?.has(hole)).map((hole) => [key, hole]),
  );
  return [
    ...entries.filter(([, text]) => !text.trim()).map(([key]) => `${key} is empty`),
    ...[...present].filter((key) => !wanted.has(key)).map((key) => `${key} is unknown to en`),
    ...[...wanted].filter((key) => complete && !present.has(key)).map((key) => `${key} is missing`),
    ...strange.map(([key, hole]) => `${key} asks for {{${hole}}}, which en does not give`),
  ];
}

const languages = { en: { complete: true }, 'zh-CN': { complete: true }, es: { complete: false } };
const faults = english
  ? Object.entries(languages).flatMap(([language, how]) => faultsOf(language, how).map((fault) => `${language}: ${fault}`))
  : [];
console.log(english ? `${wanted.size} messages` : 'no catalogues yet');
for (const fault of faults) console.log(`  ${fault}`);
process.exitCode = faults.length ? 1 : 0;
