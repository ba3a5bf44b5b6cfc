/** Something the app cannot do its work without. `check` rejects when it is not there; slower than two seconds counts as not there. */
export type Probe = { readonly name: string; check(): Promise<unknown> };
export type ProbeReport = Record<string, 'ok' | 'failed'>;

const patienceMs = 2_000;

async function ask(probe: Probe, whenFailed: (name: string, cause: unknown) => void): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    await Promise.race([probe.check(), late]);
    return true;
  } catch (cause) {
    whenFailed(probe.name, cause);
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Asks all probes at once; never rejects. */
export async function askProbes(probes: readonly Probe[], whenFailed: (name: string, cause: unknown) => void): Promise<{ ready: boolean; report: ProbeReport }> {
  const answers = await Promise.all(probes.map(async (probe) => [probe.name, await ask(probe, whenFailed)] as const));
  return {
    ready: answers.every(([, answered]) => answered),
    report: Object.fromEntries(answers.map(([name, answered]) => [name, answered ? 'ok' : 'failed'] as const)),
  };
}
