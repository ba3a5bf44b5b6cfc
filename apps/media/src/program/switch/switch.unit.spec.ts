import { describe, expect, it } from '@jest/globals';
import type { ParticipantId } from '@yaji/contracts';
import { leadOf, pictureOf } from './choice.ts';
import { opusMs } from './opus-length.ts';
import { PictureLine } from './picture-line.ts';
import { SoundPlace } from './sound-place.ts';

const [ann, bob, cat] = ['ann', 'bob', 'cat'] as ParticipantId[] as [ParticipantId, ParticipantId, ParticipantId];
const face = (participantId: ParticipantId, source: 'camera' | 'screen' = 'camera') => ({ key: `${participantId}/${source}`, participantId, source });

describe('which picture is shown', () => {
  it('is the speaker\'s screen before the camera', () => {
    const faces = [face(bob), face(ann), face(ann, 'screen')];
    expect(pictureOf({ faces, speaker: ann, voice: bob, shown: 'bob/camera' })).toBe('ann/screen');
    expect(pictureOf({ faces: faces.slice(0, 2), speaker: ann, voice: bob, shown: 'bob/camera' })).toBe('ann/camera');
  });

  it('is a guest\'s where the speaker is not seen, and stays while nothing calls for another', () => {
    const faces = [face(bob), face(cat)];
    expect(pictureOf({ faces, speaker: ann, voice: null, shown: null })).toBe('bob/camera');
    expect(pictureOf({ faces, speaker: ann, voice: ann, shown: 'cat/camera' })).toBe('cat/camera');
    expect(pictureOf({ faces, speaker: null, voice: bob, shown: 'cat/camera' })).toBe('bob/camera');
  });

  it('is a card where nobody is seen', () => {
    expect(pictureOf({ faces: [], speaker: ann, voice: ann, shown: 'bob/camera' })).toBeNull();
  });
});

describe('whose voice leads', () => {
  it('is whoever speaks, until a pause in which another is heard', () => {
    const voices = (annAt: number, bobAt: number) => [{ participantId: ann, heardAt: annAt }, { participantId: bob, heardAt: bobAt }];
    expect(leadOf(voices(1_000, 0), null, 1_000)).toBe(ann);
    expect(leadOf(voices(1_000, 1_400), ann, 1_400)).toBe(ann);
    expect(leadOf(voices(1_000, 1_700), ann, 1_700)).toBe(bob);
    expect(leadOf(voices(1_000, 1_100), ann, 9_000)).toBe(ann);
  });

  it('passes on when the voice goes off air; nobody\'s, when nobody is left', () => {
    expect(leadOf([{ participantId: bob, heardAt: -Infinity }], ann, 5_000)).toBe(bob);
    expect(leadOf([], ann, 5_000)).toBeNull();
  });
});

describe('the line of pictures', () => {
  const frame = (at: number, key = false) => ({ at, key, bytes: Buffer.of(key ? 1 : 0) });
  const showing = (): PictureLine => {
    const line = new PictureLine();
    line.want('ann', 0);
    line.take('ann', frame(10, true));
    return line;
  };

  it('changes over only at a key frame of the next', () => {
    const line = showing();
    line.want('bob', 100);
    expect(line.take('bob', frame(110))).toBeNull();
    expect(line.take('ann', frame(120))).not.toBeNull();
    expect(line.take('bob', frame(130, true))).toEqual(frame(130, true));
    expect(line.take('ann', frame(140, true))).toBeNull();
    expect(line.showing).toBe('bob');
  });

  it('never goes back in time', () => {
    const line = showing();
    line.want('bob', 100);
    line.take('ann', frame(200));
    expect(line.take('bob', frame(150, true))?.at).toBe(201);
  });

  it('shows a card at once when nobody is seen, again and again, and when the next does not come', () => {
    const line = showing();
    line.want(null, 100);
    expect(line.cardIsDue(100)).toBe(true);
    expect(line.card(Buffer.of(9), 100)).toEqual({ at: 100, key: true, bytes: Buffer.of(9) });
    expect(line.take('ann', frame(110))).toBeNull();
    expect(line.cardIsDue(200)).toBe(false);
    expect(line.cardIsDue(1_100)).toBe(true);
    line.want('bob', 2_000);
    expect(line.cardIsDue(2_100)).toBe(false);
    expect(line.cardIsDue(3_600)).toBe(true);
  });
});

describe('the place of sounds', () => {
  it('joins what nearly joins, keeps what is a pause, and drops what comes too late', () => {
    const place = new SoundPlace();
    expect(place.place(100, 20)).toBe(100);
    expect(place.place(123, 20)).toBe(120);
    expect(place.place(300, 20)).toBe(300);
    expect(place.place(305, 20)).toBeNull();
    expect(place.place(312, 20)).toBe(320);
  });

  it('knows how long a packet sounds', () => {
    expect([[0xf8], [0xfc], [0x79], [0xeb, 2], [0x18], [0x08], []].map((bytes) => opusMs(Buffer.from(bytes)))).toEqual([20, 20, 40, 10, 60, 20, 0]);
  });
});
