import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ninjaFraction } from '../../infra/mediasoup-worker/build.mjs';
import { addressesIn, sourceLines, sourceStanzas } from '../../infra/mediasoup-worker/libsrtp.mjs';
import { camelCaseFields, mendBioCallback, prepareSources } from '../../infra/mediasoup-worker/prepare.mjs';

describe('the fields of a flatbuffers schema', () => {
  it('are turned from snake_case to lowerCamelCase', () => {
    const schema = 'table ListenInfo {\n    announced_address: string;\n    ip: string (required);\n    max_sctp_2_size :uint32 = 0;\n}\n';
    expect(camelCaseFields(schema)).toBe('table ListenInfo {\n    announcedAddress: string;\n    ip: string (required);\n    maxSctp2Size :uint32 = 0;\n}\n');
  });

  it('are the only names that change: types, enum members, defaults and namespaces stay', () => {
    const schema = [
      'include "rtp_parameters.fbs";',
      'namespace FBS.Rtp_Parameters;',
      'enum Media_Kind: uint8 {\n    AUDIO_ONLY = 1,\n    VIDEO\n}',
      'table T {\n    kind: Media_Kind = AUDIO_ONLY;\n}',
      'root_type T;',
    ].join('\n');
    expect(camelCaseFields(schema)).toBe(schema);
  });
});

describe('the mend of the BIO callback', () => {
  it('tests the bit instead of comparing', () => {
    expect(mendBioCallback('x = (operationType == BIO_CB_RETURN) ? 1 : 0;')).toBe('x = ((operationType & BIO_CB_RETURN) != 0) ? 1 : 0;');
  });

  it('leaves a mended source alone', () => {
    const mended = 'x = ((operationType & BIO_CB_RETURN) != 0) ? 1 : 0;';
    expect(mendBioCallback(mended)).toBe(mended);
  });

  it('refuses a source that it does not know', () => {
    expect(() => mendBioCallback('something else')).toThrow(/neither the known fault nor its known mend/);
  });
});

describe('preparing', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaji-prepare-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('works on a copy and leaves the original as it was', () => {
    const worker = join(folder, 'worker');
    for (const part of ['src/RTC', 'include', 'deps', 'fbs']) mkdirSync(join(worker, part), { recursive: true });
    const fault = '(operationType == BIO_CB_RETURN)';
    writeFileSync(join(worker, 'src/RTC/DtlsTransport.cpp'), fault);
    writeFileSync(join(worker, 'fbs/a.fbs'), 'table A {\n  one_two: int;\n}');
    writeFileSync(join(worker, 'fbs/meson.build'), 'not a schema');

    prepareSources(worker, join(folder, 'out'));

    expect(readFileSync(join(folder, 'out/fbs/a.fbs'), 'utf8')).toContain('oneTwo: int');
    expect(readFileSync(join(folder, 'out/src/RTC/DtlsTransport.cpp'), 'utf8')).toContain('operationType & BIO_CB_RETURN');
    expect(readFileSync(join(worker, 'src/RTC/DtlsTransport.cpp'), 'utf8')).toBe(fault);
    expect(readFileSync(join(worker, 'fbs/a.fbs'), 'utf8')).toContain('one_two');
  });
});

describe("the distribution's sources", () => {
  const policy = [
    'libsrtp2-dev:',
    '  Candidate: 2.5.0-3',
    '  Version table:',
    '     2.5.0-3 500',
    '        500 http://deb.debian.org/debian bookworm/main amd64 Packages',
    '        100 /var/lib/dpkg/status',
  ].join('\n');

  it('come from where the package comes from', () => {
    expect(addressesIn(policy)).toEqual(['http://deb.debian.org/debian']);
  });

  it('leave other repositories out, in the new form', () => {
    const file = 'Types: deb\nURIs: http://deb.debian.org/debian\nSuites: bookworm\nComponents: main\n\nTypes: deb\nURIs: https://elsewhere.example/apt\nSuites: stable\nComponents: main\n';
    expect(sourceStanzas(file, addressesIn(policy))).toBe('Types: deb-src\nURIs: http://deb.debian.org/debian\nSuites: bookworm\nComponents: main');
  });

  it('and in the old one-line form', () => {
    const file = '# a remark\ndeb [arch=amd64] http://deb.debian.org/debian bookworm main\ndeb https://elsewhere.example/apt stable main\n';
    expect(sourceLines(file, addressesIn(policy))).toBe('deb-src [arch=amd64] http://deb.debian.org/debian bookworm main');
  });
});

describe('progress', () => {
  it("is read from ninja's status", () => {
    expect(ninjaFraction('[65/260] Building CXX object x.o')).toBe(0.25);
    expect(ninjaFraction('ninja: build stopped')).toBeUndefined();
  });
});
