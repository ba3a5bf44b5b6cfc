// mediasoup publishes built workers with its releases; where one fits, building is not needed.
import { writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512; // bytes, tar's unit

/** The content of the first ordinary file called `name` in a tar, or undefined. */
export function fileInTar(tar, name) {
  const text = (start, length) => tar.toString('latin1', start, start + length).replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
    const isFile = tar[at + 156] === 0x30 || tar[at + 156] === 0;
    if (isFile && text(at, 100).replace(/^\.\//, '') === name) return tar.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return undefined;
}

/** mediasoup's own naming (`npm-scripts.mjs`, getWorkerPrebuildTarName). */
export function prebuiltAddress(mediasoup, { platform = process.platform, arch = process.arch, kernel = release(), env = process.env } = {}) {
  const base =
    env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL ??
    `${mediasoup.repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/releases/download`;
  const suffix = platform === 'linux' ? `-kernel${kernel.split('.')[0]}` : '';
  return `${base}/${mediasoup.version}/mediasoup-worker-${mediasoup.version}-${platform}-${arch}${suffix}.tgz`;
}

/** Reads a whole answer, but gives up as soon as nothing has come for `silenceMs`. */
async function fetchBytes(address, silenceMs, signal) {
  const impatience = new AbortController();
  const late = () => impatience.abort(new Error(`no answer for ${silenceMs / 1000} s`));
  let timer = setTimeout(late, silenceMs);
  try {
    const response = await fetch(address, { signal: signal ? AbortSignal.any([signal, impatience.signal]) : impatience.signal });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const chunks = [];
    for await (const chunk of response.body) {
      clearTimeout(timer);
      timer = setTimeout(late, silenceMs);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

/** Writes the published worker to `binary`. Rejects, with the reason, if there is none for this machine or it does not come. */
export async function downloadWorker(mediasoup, binary, { silenceMs = 8000, signal, env = process.env } = {}) {
  const tar = gunzipSync(await fetchBytes(prebuiltAddress(mediasoup, { env }), silenceMs, signal));
  const content = fileInTar(tar, 'mediasoup-worker');
  if (!content) throw new Error('the archive holds no mediasoup-worker');
  writeFileSync(binary, content, { mode: 0o755 });
}
