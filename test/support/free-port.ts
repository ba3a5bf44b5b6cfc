import { choosePortRange } from '../../infra/ground/ports.mjs';

/**
 * The first of `count` neighbouring ports that are free for TCP and UDP. Below those that the system gives to outgoing connections:
 * a port of theirs can be taken by any connection between the asking and the listening.
 */
export const freePort = (count = 1): Promise<number> => choosePortRange({ name: 'a port of a test', count });
