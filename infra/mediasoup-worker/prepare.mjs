// Turns mediasoup's worker folder into sources that a distribution's compiler and libraries accept. Works on a copy:
// node_modules is never written to.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Field names of a flatbuffers schema, snake_case to lowerCamelCase. Debian's flatc 2.0.8 lacks
 * `--cpp-field-case-style lower`, and the worker's C++ calls the accessors by their lowerCamelCase names.
 * Only fields (`name :` at the start of a line) are renamed: types, enum members and defaults keep theirs.
 */
export function camelCaseFields(schema) {
  return schema.replace(
    /^(\s+)([a-z][a-z0-9_]*)(\s*:)/gm,
    (_, indent, name, colon) => indent + name.replace(/_([a-z0-9])/g, (__, letter) => letter.toUpperCase()) + colon,
  );
}

/**
 * mediasoup's BIO callback answers 1 to every BIO control query, because it compares the operation with BIO_CB_RETURN
 * instead of testing that bit. An OpenSSL with kernel TLS (Debian's) then believes that kernel TLS is on, allocates no write
 * buffer, and the worker dies at the first ClientHello.
 */
export function mendBioCallback(source) {
  const wrong = '(operationType == BIO_CB_RETURN)';
  const right = '((operationType & BIO_CB_RETURN) != 0)';
  if (source.includes(right)) return source;
  if (!source.includes(wrong)) {
    throw new Error(
      'DtlsTransport.cpp has neither the known fault nor its known mend: this mediasoup version has not been tried. ' +
        'Look at onSslBioOut and adapt infra/mediasoup-worker/prepare.mjs.',
    );
  }
  return source.replaceAll(wrong, right);
}

/** Fills `folder` with `src include fbs deps` made from the `worker` folder of the mediasoup package. */
export function prepareSources(worker, folder) {
  mkdirSync(folder, { recursive: true });
  for (const part of ['src', 'include', 'deps']) cpSync(join(worker, part), join(folder, part), { recursive: true });

  const schemas = readdirSync(join(worker, 'fbs')).filter((name) => name.endsWith('.fbs'));
  mkdirSync(join(folder, 'fbs'), { recursive: true });
  for (const name of schemas) {
    writeFileSync(join(folder, 'fbs', name), camelCaseFields(readFileSync(join(worker, 'fbs', name), 'utf8')));
  }

  const dtls = join(folder, 'src', 'RTC', 'DtlsTransport.cpp');
  writeFileSync(dtls, mendBioCallback(readFileSync(dtls, 'utf8')));
}
