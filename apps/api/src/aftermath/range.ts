import type { ByteRange } from '@yaji/platform';

/** One range of a `Range` header (RFC 9110, 14.1.2): the bytes, `whole` when it asks for nothing that is answered in parts, or `none` when it lies outside. */
export function readRange(header: string | undefined, sizeBytes: number): ByteRange | 'whole' | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') return within({ from: Math.max(0, sizeBytes - Number(last)), to: sizeBytes - 1 }, sizeBytes);
  if (last !== '' && Number(last) < Number(first)) return 'whole';
  return within({ from: Number(first), to: last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1) }, sizeBytes);
}

const within = (range: ByteRange, sizeBytes: number): ByteRange | 'none' => (range.from < sizeBytes ? range : 'none');
