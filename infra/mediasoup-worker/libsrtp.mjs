// libsrtp 2 on OpenSSL. Debian's own package does its AES with NSS, which costs 2 to 4 times the CPU for every packet and
// three times the memory for every listener; the same sources, Debian's own, configured for OpenSSL, do not.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../ground/run.mjs';

/** The addresses that `apt-cache policy` names: other repositories on the machine are none of our business. */
export const addressesIn = (policy) => [...new Set([...policy.matchAll(/^\s+\d+\s+(https?:\/\/\S+|mirror\+\S+|file:\S+)/gm)].map(([, address]) => address.replace(/\/$/, '')))];

/** The stanzas of a `.sources` file that lead to one of `addresses`, asking for sources instead of packages. */
export function sourceStanzas(text, addresses) {
  return text
    .split(/\n\s*\n/)
    .filter((stanza) => /^Types:.*\bdeb\b/m.test(stanza) && addresses.some((address) => stanza.includes(address)))
    .map((stanza) => stanza.replace(/^Types:.*$/m, 'Types: deb-src').trim())
    .join('\n\n');
}

/** The same for the one-line form of `sources.list`. */
export function sourceLines(text, addresses) {
  return text
    .split('\n')
    .filter((line) => /^deb\s/.test(line) && addresses.some((address) => line.includes(address)))
    .map((line) => line.replace(/^deb\s/, 'deb-src '))
    .join('\n');
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Copies of the machine's own package lists, for sources; the machine's lists and apt's state stay as they are. */
function writePrivateLists(folder, addresses, etc = '/etc/apt') {
  const parts = join(folder, 'parts');
  mkdirSync(parts, { recursive: true });
  mkdirSync(join(folder, 'lists', 'partial'), { recursive: true });
  mkdirSync(join(folder, 'cache', 'archives', 'partial'), { recursive: true });
  const lines = [readIfThere(join(etc, 'sources.list'))];
  for (const name of namesIn(join(etc, 'sources.list.d'))) {
    const text = readIfThere(join(etc, 'sources.list.d', name));
    if (name.endsWith('.list')) lines.push(text);
    if (name.endsWith('.sources')) {
      const stanzas = sourceStanzas(text, addresses);
      if (stanzas) writeFileSync(join(parts, name), `${stanzas}\n`);
    }
  }
  const ours = sourceLines(lines.join('\n'), addresses);
  if (ours) writeFileSync(join(parts, 'lines.list'), `${ours}\n`);
  return [
    '-oDir::Etc::SourceList=/dev/null',
    `-oDir::Etc::SourceParts=${parts}`,
    `-oDir::State::Lists=${join(folder, 'lists')}`,
    `-oDir::Cache=${join(folder, 'cache')}`,
    '-oAPT::Sandbox::User=root',
    '-oAcquire::Languages=none',
    '-oAcquire::Retries=2',
  ];
}

/** Answers the path of a static libsrtp2 built in `folder`. Rejects where that is not possible. */
export async function buildLibsrtp(folder, { signal } = {}) {
  mkdirSync(folder, { recursive: true });
  const addresses = addressesIn(await run('apt-cache', ['policy', 'libsrtp2-dev'], { signal }));
  const options = writePrivateLists(folder, addresses);
  await run('apt-get', [...options, 'update'], { cwd: folder, signal });
  await run('apt-get', [...options, 'source', '--download-only', 'libsrtp2'], { cwd: folder, signal });
  const archive = readdirSync(folder).find((name) => /\.orig\.tar\.\w+$/.test(name));
  if (!archive) throw new Error('apt-get source brought no libsrtp2 archive');
  const sources = join(folder, 'sources');
  mkdirSync(sources, { recursive: true });
  await run('tar', ['-xf', join(folder, archive), '-C', sources, '--strip-components=1'], { signal });
  const out = join(folder, 'out');
  await run(
    'cmake',
    ['-G', 'Ninja', '-S', sources, '-B', out, '-DCMAKE_BUILD_TYPE=Release', '-DENABLE_OPENSSL=ON', '-DBUILD_SHARED_LIBS=OFF', '-DLIBSRTP_TEST_APPS=OFF', '-DCMAKE_POSITION_INDEPENDENT_CODE=ON'],
    { signal },
  );
  await run('ninja', ['-C', out, 'srtp2'], { signal });
  return join(out, 'libsrtp2.a');
}
