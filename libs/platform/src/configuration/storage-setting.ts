import { err, ok, type Result } from '@yaji/kit';

/** `prefix`: what every key begins with, with a slash at its end or empty. `endpoint`: null is Amazon's own. */
export type Bucket = { kind: 's3'; bucket: string; prefix: string; endpoint: string | null; region: string; pathStyle: boolean };
export type StorageSetting = { kind: 'disk' } | Bucket;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const bucketShape = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const prefixShape = /^\/?(?:[A-Za-z0-9][A-Za-z0-9_.-]*\/)*(?:[A-Za-z0-9][A-Za-z0-9_.-]*)?$/;
const regionShape = /^[a-z0-9-]{1,40}$/;
const known = new Set(['endpoint', 'region', 'pathStyle']);
/** What most servers that are not Amazon's take, and Amazon where nothing is said. */
const usualRegion = 'us-east-1';

const isEndpoint = (written: string): boolean => {
  if (!URL.canParse(written)) return false;
  const { protocol, username, password, search, hash } = new URL(written);
  return ['http:', 'https:'].includes(protocol) && username + password + search + hash === '';
};

/** What is wrong with the parts, in words that repeat none of them; null when nothing is. */
function faultIn({ protocol, username, password, hostname, pathname, searchParams }: URL): string | null {
  const endpoint = searchParams.get('endpoint');
  if (protocol !== 's3:') return 'is neither disk nor an s3:// address';
  if (username + password !== '') return 'carries keys, which belong in YAJI_STORAGE_ACCESS_KEY and YAJI_STORAGE_SECRET_KEY';
  if (!bucketShape.test(hostname)) return 'names no bucket';
  if (!prefixShape.test(pathname)) return 'has a folder of other than letters, digits, dots, dashes and underscores';
  if ([...searchParams.keys()].some((name) => !known.has(name))) return 'says more than endpoint, region and pathStyle';
  if (endpoint !== null && !isEndpoint(endpoint)) return 'has an endpoint that is not a plain http: or https: address';
  if (!regionShape.test(searchParams.get('region') ?? usualRegion)) return 'has a region that is none';
  if (!['true', 'false'].includes(searchParams.get('pathStyle') ?? 'true')) return 'has a pathStyle that is neither true nor false';
  return null;
}

/** `disk`, or `s3://bucket/prefix?endpoint=…&region=…&pathStyle=…`. The fault is what is wrong, without the value. */
export function readStorageSetting(written: string): Result<StorageSetting, string> {
  if (written === 'disk') return ok({ kind: 'disk' });
  if (!URL.canParse(written)) return err('is neither disk nor an s3:// address');
  const url = new URL(written);
  const fault = faultIn(url);
  if (fault !== null) return err(fault);
  const endpoint = url.searchParams.get('endpoint');
  const folder = url.pathname.replace(/^\/|\/$/g, '');
  return ok({
    kind: 's3', bucket: url.hostname, prefix: folder === '' ? '' : `${folder}/`, endpoint,
    region: url.searchParams.get('region') ?? usualRegion,
    // A bucket as part of the host's name needs a wildcard in DNS and in the certificate, which few servers of one's own have.
    pathStyle: url.searchParams.get('pathStyle') === null ? endpoint !== null : url.searchParams.get('pathStyle') === 'true',
  });
}
