import { describe, expect, it } from '@jest/globals';
import type { MediaKind, ParticipantId } from '@yaji/contracts';
import type { Sent, Studio } from '../studio/studio.ts';
import { noScene } from '../studio/scene.ts';
import type { DiskLevel } from './disk/disk-level.ts';
import { troublesOf } from './watch-recording.ts';

const ann = 'ann' as ParticipantId;
const gib = 1_073_741_824;

type Given = { recording?: boolean; kind?: MediaKind; onAir?: boolean; level?: DiskLevel; unwrittenMs?: number; broken?: boolean };

function troubles({ recording = true, kind = 'audio', onAir = true, level = 'ample', unwrittenMs = 0, broken = false }: Given) {
  const sent = new Map([['p', { participantId: ann, kind, onAir } as Sent]]);
  const studio: Pick<Studio, 'scene' | 'disk' | 'sent' | 'ears'> = { scene: { ...noScene, recording }, disk: { level, freeBytes: gib }, sent, ears: new Map() };
  return troublesOf(studio, 0, { tapOf: () => ({ unwrittenMs: () => unwrittenMs }), hasBroken: () => broken });
}

describe('a recording in trouble', () => {
  it('is one of which packets have come for ten seconds and nothing is on disk', () => {
    expect(troubles({ unwrittenMs: 10_000 })).toEqual([]);
    expect(troubles({ unwrittenMs: 10_001 })).toEqual([{ kind: 'no-bytes', participantId: ann, media: 'audio' }]);
    expect(troubles({ unwrittenMs: 10_001, onAir: false })).toEqual([]);
    expect(troubles({ unwrittenMs: 10_001, recording: false })).toEqual([]);
  });

  it('is one of which a track broke off', () => {
    expect(troubles({ kind: 'video', broken: true })).toEqual([{ kind: 'broke-off', participantId: ann, media: 'video' }]);
  });

  it('is one on a disk that fills up; what is left out for that is told once, not for each person', () => {
    expect(troubles({ level: 'low' })).toEqual([{ kind: 'disk-low', freeBytes: gib }]);
    expect(troubles({ level: 'no-video', kind: 'video', unwrittenMs: 60_000 })).toEqual([{ kind: 'video-stopped', freeBytes: gib }]);
    expect(troubles({ level: 'no-sound', broken: true })).toEqual([{ kind: 'sound-stopped', freeBytes: gib }]);
  });
});
