// Installing what the distribution has, where we may: as root on Debian and its kin. Elsewhere we only say the command.
import { existsSync, unlinkSync, writeFileSync } from 'node:fs';
import { onPath } from '../ground/executables.mjs';
import { distribution, isRoot } from '../ground/platform.mjs';
import { Remedy } from '../ground/remedy.mjs';
import { run } from '../ground/run.mjs';

const POLICY = '/usr/sbin/policy-rc.d';

/**
 * A package that brings a service would start it. We start our own, privately; so for the time of the installation we answer
 * "no" to Debian's question whether services may be started, unless the machine has an answer of its own.
 */
async function withoutStartingServices(work) {
  if (existsSync(POLICY)) return work();
  writeFileSync(POLICY, '#!/bin/sh\n# Written by Yaji for the time of one installation.\nexit 101\n', { mode: 0o755 });
  try {
    return await work();
  } finally {
    unlinkSync(POLICY);
  }
}

export function apt({ signal, env = process.env } = {}) {
  const options = ['-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3'];
  const quiet = { signal, env: { ...env, DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'a', LC_ALL: 'C' } };
  let updated = false;
  return {
    mayInstall: () => distribution() === 'debian' && isRoot() && onPath(['apt-get'], env) !== undefined,
    /** Answers false where we may not install anything. */
    async install(packages) {
      if (!this.mayInstall()) return false;
      try {
        if (!updated) await run('apt-get', [...options, 'update'], quiet);
        updated = true;
        await withoutStartingServices(() => run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...packages], quiet));
        return true;
      } catch (error) {
        signal?.throwIfAborted();
        throw new Remedy(`apt-get could not install ${packages.join(', ')}. Mend what it says, or install them yourself, then run this again:\n${error.message}`);
      }
    },
  };
}
