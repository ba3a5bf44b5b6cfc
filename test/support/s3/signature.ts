import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type Keys = { accessKey: string; secretKey: string };
export type Verdict = 'good' | 'InvalidAccessKeyId' | 'SignatureDoesNotMatch' | 'AccessDenied' | 'RequestTimeTooSkewed';

const shape = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const skewMs = 15 * 60_000;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const headerOf = ({ headers }: IncomingMessage, name: string): string => String(headers[name] ?? '').trim().replace(/ +/g, ' ');

const queryOf = (query: string): string =>
  query.split('&').filter((pair) => pair !== '').map((pair) => (pair.includes('=') ? pair : `${pair}=`)).sort().join('&');

/** Whether a request is signed with these keys (AWS Signature Version 4; what is said of the body is compared when the body is there). */
export function verdictOn(request: IncomingMessage, { accessKey, secretKey }: Keys): Verdict {
  const found = shape.exec(request.headers.authorization ?? '')?.slice(1);
  if (!found) return 'AccessDenied';
  const [key, day, region, names, signature] = found as [string, string, string, string, string];
  if (key !== accessKey) return 'InvalidAccessKeyId';
  const time = headerOf(request, 'x-amz-date');
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!time.startsWith(day) || !(Math.abs(Date.now() - at) < skewMs)) return 'RequestTimeTooSkewed';
  return timingSafeEqual(signatureOf(request, { day, region, names, secretKey }), Buffer.from(signature, 'hex')) ? 'good' : 'SignatureDoesNotMatch';
}

function signatureOf(request: IncomingMessage, { day, region, names, secretKey }: { day: string; region: string; names: string; secretKey: string }): Buffer {
  const [path = '', query = ''] = String(request.url).split('?');
  const canonical = [
    String(request.method), path, queryOf(query), ...names.split(';').map((name) => `${name}:${headerOf(request, name)}`), '', names,
    headerOf(request, 'x-amz-content-sha256'),
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const told = ['AWS4-HMAC-SHA256', headerOf(request, 'x-amz-date'), scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const signing = hmac(hmac(hmac(hmac(`AWS4${secretKey}`, day), region), 's3'), 'aws4_request');
  return hmac(signing, told);
}
