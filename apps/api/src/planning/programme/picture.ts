import { createHash } from 'node:crypto';

/** `name`: by content, so that the same picture is stored once and never changes. */
export type Picture = { name: string; content: Buffer };

const kinds = [
  { ending: 'png', type: 'png', begins: (content: Buffer) => content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) },
  { ending: 'jpg', type: 'jpeg', begins: (content: Buffer) => content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { ending: 'webp', type: 'webp', begins: (content: Buffer) => content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP' },
] as const;

/** A picture from its data URI. */
export function pictureOf(uri: string): Picture {
  const [, type = '', encoded = ''] = /^data:image\/([a-z]+);base64,(.*)$/.exec(uri) ?? [];
  const content = Buffer.from(encoded, 'base64');
  const ending = kinds.find((kind) => kind.type === type)?.ending ?? 'bin';
  return { name: `${createHash('sha256').update(content).digest('hex').slice(0, 48)}.${ending}`, content };
}

/** Whether it is what it says, by its first bytes, and not too large. */
export function isPicture(uri: string): boolean {
  const { name, content } = pictureOf(uri);
  return content.length <= 200_000 && kinds.some(({ ending, begins }) => name.endsWith(`.${ending}`) && begins(content));
}
