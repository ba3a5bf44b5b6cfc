// Every port of a system, chosen before anything is started.
import { availableParallelism } from 'node:os';
import { choosePortRange, choosePorts } from '../ground/ports.mjs';
import { appNames } from './apps.mjs';

const usualPorts = { api: 3000, media: 3100, worker: 3200, postgres: 54_329, redis: 6390 };
const USUAL_RTC_PORT = 40_000;
const portVariables = { api: 'YAJI_API_PORT', media: 'YAJI_MEDIA_PORT', worker: 'YAJI_WORKER_PORT' };

/**
 * @param {{ given: NodeJS.ProcessEnv, usual: boolean, services: readonly string[] }} wanted
 *   `usual`: the usual ports where they are free; `services`: which of our own are started
 * @returns {Promise<{ ports: Record<string, number>, rtcPort: number }>} by service and program
 */
export async function choosePlaces({ given, usual, services }) {
  const preferred = (name) => (usual ? usualPorts[name] : undefined);
  // Programs are named by the variable that sets their port, so that a complaint names it too.
  const apps = appNames.map((name) => ({ name: portVariables[name], preferred: preferred(name), given: given[portVariables[name]] || undefined }));
  const appPorts = await choosePorts(apps, given.YAJI_HOST ? { host: given.YAJI_HOST } : {});
  const avoid = Object.values(appPorts);
  const servicePorts = await choosePorts(services.map((name) => ({ name, preferred: preferred(name) })), { avoid });
  const rtcPort = await choosePortRange({
    name: 'YAJI_MEDIA_RTC_PORT',
    preferred: usual ? USUAL_RTC_PORT : undefined,
    given: given.YAJI_MEDIA_RTC_PORT || undefined,
    count: availableParallelism(),
  });
  return { ports: { ...servicePorts, ...Object.fromEntries(appNames.map((name) => [name, appPorts[portVariables[name]]])) }, rtcPort };
}
