import type { S3Client } from '@aws-sdk/client-s3';
import type { Bucket } from '../../configuration/storage-setting.ts';

/** `keys`: null finds them as Amazon's programs do. */
export type S3Options = Bucket & { keys: { accessKey: string; secretKey: string } | null };
export type OpenBucket = {
  sdk: typeof import('@aws-sdk/client-s3'); Upload: typeof import('@aws-sdk/lib-storage').Upload; client: S3Client; place: Bucket;
};

const connectWithinMs = 5_000;
/** From the first byte sent to the head of the answer: a part of 5 MB over a slow line. */
const answerWithinMs = 60_000;

/** A client for one bucket; it asks nothing yet. */
export async function openBucket({ keys, ...place }: S3Options): Promise<OpenBucket> {
  const [sdk, { Upload }] = await Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/lib-storage')]);
  const client = new sdk.S3Client({
    region: place.region, forcePathStyle: place.pathStyle,
    ...(place.endpoint === null ? {} : { endpoint: place.endpoint }),
    ...(keys ? { credentials: { accessKeyId: keys.accessKey, secretAccessKey: keys.secretKey } } : {}),
    // No limit on a quiet socket: a film that somebody has paused is one. Who waits for bytes has a limit of his own (`pulled`).
    requestHandler: { connectionTimeout: connectWithinMs, requestTimeout: answerWithinMs, throwOnRequestTimeout: true, socketTimeout: 0 },
  });
  return { sdk, Upload, client, place };
}
