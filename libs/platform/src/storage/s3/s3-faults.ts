import type { Bucket } from '../../configuration/storage-setting.ts';
import { StorageAway, StorageFull } from '../storage.ts';

type Told = { name: string; code: string; status: number };

const text = (from: object, key: string): string => {
  const value: unknown = key in from ? from[key as never] : undefined;
  return typeof value === 'string' ? value : '';
};

/** The little of a fault that is read: the rest repeats headers and keys. */
function toldBy(error: object): Told {
  const metadata: unknown = '$metadata' in error ? error.$metadata : null;
  const status: unknown = typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata ? metadata.httpStatusCode : 0;
  return { name: text(error, 'name'), code: text(error, 'code'), status: typeof status === 'number' ? status : 0 };
}

/** The client marks whatever fails between it and the server. */
const isOfTheClient = (error: unknown): error is object =>
  typeof error === 'object' && error !== null && ('$metadata' in error || ('name' in error && error.name === 'CredentialsProviderError'));

export const isMissing = (error: unknown): boolean => isOfTheClient(error) && ['NoSuchKey', 'NotFound'].includes(toldBy(error).name);

/** Names by which servers tell of a quota; HTTP's own is 507. */
const full = new Set(['QuotaExceeded', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded', 'InsufficientStorage', 'StorageFull']);

/** Answers that stay the same until a setting is mended. */
const refusals: readonly [(told: Told) => boolean, string][] = [
  [({ name }) => name === 'NoSuchBucket', 'does not exist'],
  [({ name }) => name === 'CredentialsProviderError', 'needs keys, and there are none'],
  [({ name, status }) => ['PermanentRedirect', 'AuthorizationHeaderMalformed'].includes(name) || status === 301, 'belongs to another region or address'],
  [({ status }) => status === 401 || status === 403, 'refuses its keys'],
  [({ code }) => code === 'ENOTFOUND', 'has an address that nobody knows'],
];

const whyAway = ({ name, status }: Told): string => (status > 0 ? `answers with an error (${status} ${name})` : 'does not answer');

const nameOf = ({ bucket, endpoint }: Bucket): string => `The bucket ${bucket} at ${endpoint === null ? 'Amazon' : new URL(endpoint).host}`;

export const away = (place: Bucket, why: string, isRefusal: boolean): StorageAway =>
  new StorageAway(`${nameOf(place)} ${why}: ${isRefusal ? 'correct YAJI_STORAGE or its keys' : 'see that it runs and can be reached from here'}.`, isRefusal);

/** What the house calls a fault of the client; anything else is passed on as it is. */
export function faultOf(place: Bucket, error: unknown): unknown {
  if (!isOfTheClient(error)) return error;
  const told = toldBy(error);
  if (isMissing(error)) return Object.assign(new Error('There is no such file in the bucket.'), { code: 'ENOENT' });
  if (told.status === 507 || full.has(told.name)) return new StorageFull(`the bucket ${place.bucket}`, undefined, 'free some space or raise its quota');
  const refusal = refusals.find(([is]) => is(told));
  return refusal ? away(place, refusal[1], true) : away(place, whyAway(told), false);
}
