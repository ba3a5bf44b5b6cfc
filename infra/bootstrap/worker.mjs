import { obtainWorker } from '../mediasoup-worker/obtain.mjs';

export const worker = {
  name: 'mediasoup worker',
  async run({ env, apt, found, terminal, signal }, step) {
    const { binary, how, slowBecause } = await obtainWorker({ env, step, signal, install: (names) => apt.install(names) });
    found.worker = binary;
    if (slowBecause) terminal.problem(`The worker encrypts with the packaged libsrtp, at 2 to 4 times the CPU for every packet, because: ${slowBecause}`);
    return how;
  },
};
