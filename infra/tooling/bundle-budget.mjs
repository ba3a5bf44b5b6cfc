// What a listener's browser must load before it listens: the page's entry and the lazy routes that joining passes through.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = process.env.YAJI_ROOT ?? dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, 'dist/web');
const SCRIPTS_KB = 190;
const ROUTES = ['join', 'room'];

const manifestFile = join(folder, '.vite/manifest.json');
if (!existsSync(manifestFile)) {
  console.error('dist/web has no manifest: run `npm run build` first');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
/** A lazy route is the module `join.tsx`, `JoinPage.tsx`, `join/index.tsx`, …: named after the route that it draws. */
const isRoute = (route) => (key) => manifest[key].isDynamicEntry && new RegExp(`(^|/)${route}(-?(page|route|screen))?(/index)?\\.tsx?$`, 'i').test(key);
const missing = ROUTES.filter((route) => !Object.keys(manifest).some(isRoute(route)));

function closure(key, seen) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

const chunks = new Set();
for (const key of [entry, ...ROUTES.flatMap((route) => Object.keys(manifest).filter(isRoute(route)))]) closure(key, chunks);

const size = (file) => gzipSync(readFileSync(join(folder, file))).length / 1000;
const scripts = [...chunks].map((key) => manifest[key].file).filter((file) => /\.m?js$/.test(file));
const styles = new Set([...chunks].flatMap((key) => manifest[key].css ?? []));
const sum = (files) => [...files].reduce((total, file) => total + size(file), 0);
const row = (name, kb) => console.log(`${kb.toFixed(1).padStart(8)} kB  ${name}`);

for (const file of scripts.sort((a, b) => size(b) - size(a))) row(file, size(file));
row(`styles (${styles.size})`, sum(styles));
const total = sum(scripts);
row(`scripts, of ${SCRIPTS_KB} kB allowed`, total);
if (missing.length) console.log(`no lazy route named ${missing.join(', ')}: counted without`);
process.exitCode = total > SCRIPTS_KB ? 1 : 0;
