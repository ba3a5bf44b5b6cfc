import type { Problem } from '@yaji/contracts';
import { RestFault } from '../../../session/rest.ts';

export type FileFaults = NonNullable<Problem['faults']>;
type Brought = { room: string; token: string; language: string; file: Blob };

/** Puts a WebVTT file in the place of all lines in its language. Resolves with what is wrong with it, line by line; then nothing was changed. Rejects with a RestFault. */
export async function bringCaptions({ room, token, language, file }: Brought): Promise<FileFaults> {
  const headers = { 'accept': 'application/json', 'authorization': `Bearer ${token}`, 'content-type': 'text/vtt' };
  const answer = await fetch(`/api/rooms/${room}/transcript/${language}`, { method: 'PUT', headers, body: await file.text() }).catch((error: unknown) => {
    throw new RestFault('network', 0, { cause: error });
  });
  if (answer.ok) return [];
  const { code, faults } = answer.headers.get('content-type')?.includes('json') ? await answer.json() as Partial<Problem> : {};
  if (faults && faults.length > 0) return faults;
  throw new RestFault(code ?? `http/${answer.status}`, answer.status);
}
