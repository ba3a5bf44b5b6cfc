// Is it there, and does it answer? Asked of the service itself, in its own protocol, never of the clock.
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { createRequire } from 'node:module';
import { connect as connectTcp } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { root } from '../../ground/paths.mjs';

const ANSWER_MS = 3000;

/** What an address answers: `{ status, text }`, or `{ error }` if nothing comes. A private system's certificate is not judged. */
export function ask(url, { withinMs = ANSWER_MS } = {}) {
  return new Promise((resolve) => {
    const request = url.startsWith('https:') ? requestHttps : requestHttp;
    const asked = request(url, { timeout: withinMs, rejectUnauthorized: false, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, text }));
      response.on('error', (error) => resolve({ error }));
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${withinMs / 1000} s`)));
    asked.on('error', (error) => resolve({ error }));
    asked.end();
  });
}

/** Why the address is not ready, or undefined. */
export async function whyNotReady(url) {
  const { status, text, error } = await ask(url);
  if (status === 200) return undefined;
  return error ? error.message : `${status} ${text.slice(0, 500)}`;
}

function redisCommands({ username, password }) {
  const bulk = (words) => `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
  const credentials = [username, password].map(decodeURIComponent).filter(Boolean);
  return `${credentials.length > 0 ? bulk(['AUTH', ...credentials]) : ''}${bulk(['PING'])}`;
}

/** Why the Redis at `address` (redis:// or rediss://) does not answer a PING, or undefined. */
export function whyRedisIsSilent(address, { withinMs = ANSWER_MS } = {}) {
  return new Promise((resolve) => {
    let url;
    try {
      url = new URL(address);
    } catch (error) {
      return resolve(`${error.message} (${address})`);
    }
    const place = { host: url.hostname || '127.0.0.1', port: Number(url.port || 6379) };
    const socket = url.protocol === 'rediss:' ? connectTls({ ...place, servername: url.hostname }) : connectTcp(place);
    let said = '';
    const settle = (why) => {
      socket.destroy();
      resolve(why);
    };
    socket.setTimeout(withinMs, () => settle(`no answer within ${withinMs / 1000} s`));
    socket.on('error', (error) => settle(error.message || error.code));
    socket.on('close', () => settle('it closed the connection'));
    socket.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
      const refusal = /^-(.*)\r$/m.exec(said);
      if (refusal) settle(refusal[1]);
      else if (said.includes('+PONG')) settle(undefined);
    });
    socket.write(redisCommands(url));
  });
}

const postgresClient = () => createRequire(join(root, 'package.json'))('pg').Client;

/** Runs `work` with a connection of its own. */
export async function withPostgres(connectionString, work) {
  const Client = postgresClient();
  const client = new Client({ connectionString, connectionTimeoutMillis: ANSWER_MS });
  client.on('error', () => {}); // a server that goes away makes the running query fail; that is where it is heard
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {}); // already gone
  }
}

/** Why the Postgres at `connectionString` answers no query, or undefined. */
export async function whyPostgresIsSilent(connectionString) {
  try {
    await withPostgres(connectionString, (client) => client.query('select 1'));
    return undefined;
  } catch (error) {
    return error.message || error.code || String(error);
  }
}
