import type { ParticipantId } from '@yaji/contracts';
import { useEffect, useRef, useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { say, useWords, type Wording } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { DeviceError, openWith } from '../../media/device/own-devices.ts';
import { readInvitation } from '../../session/rest.ts';
import { faultWords } from '../../session/fault-words.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { decodeCode } from './decode-code.ts';
import { type Read, whoseCode } from './whose-code.ts';
import css from './scanner.module.css';

type Props = { view: RoomView; arrived: (participantId: ParticipantId) => void; onClose: () => void };
type Said = { tone: 'plain' | 'good' | 'bad'; text: string };

/** So often a picture is looked at, and so wide, milliseconds and pixels: a tablet stays cool, and a code held still is read at once. */
const everyMs = 250;
const widest = 720;
/** The same code is not read again before, milliseconds: people hold it there for a while. */
const againMs = 6_000;
const awayFromHolder: MediaStreamConstraints = { video: { facingMode: 'environment', width: { ideal: 1_280 }, height: { ideal: 720 } } };
const notKnown: Record<Exclude<Read['is'], 'known'>, Wording> = { strange: 'usher.codeStrange', elsewhere: 'usher.codeElsewhere', general: 'usher.codeGeneral', unlisted: 'usher.codeUnlisted' };

/** Reads the codes of personal links, one person after the other, until it is closed. */
export default function Scanner({ view, arrived, onClose }: Props) {
  const { t, language } = useWords();
  const [said, setSaid] = useState<Said>({ tone: 'plain', text: t('usher.scanHint') });
  const read = async (code: string) => {
    try {
      const whose = await whoseCode(view, code, readInvitation);
      if (whose.is !== 'known') return setSaid({ tone: 'bad', text: t(notKnown[whose.is]) });
      arrived(whose.participantId);
      setSaid({ tone: 'good', text: t('usher.codeIn', { name: inLanguage(view.room.members[whose.participantId]?.name ?? {}, language).text || t('people.unnamed') }) });
    } catch (error) {
      setSaid({ tone: 'bad', text: faultWords(error).text });
    }
  };
  const video = useScanning((code) => void read(code), (text) => setSaid({ tone: 'bad', text }));
  return (
    <Dialog title={t('usher.scan')} onClose={onClose}>
      <div className={css.scanner} data-testid="scanner">
        <video ref={video} className={css.picture} muted playsInline aria-label={t('usher.scanHint')} />
        <p role="status" data-tone={said.tone} className={css.said}><bdi>{said.text}</bdi></p>
      </div>
    </Dialog>
  );
}

/** Shows the camera and tells each code that comes before it. */
function useScanning(found: (code: string) => void, failed: (words: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ found, failed });
  useEffect(() => { told.current = { found, failed }; });
  useEffect(() => {
    const open: { track: MediaStreamTrack | null; closed: boolean } = { track: null, closed: false };
    const last = { code: '', at: 0 };
    const look = lookAt();
    openWith(awayFromHolder).then((track) => {
      if (open.closed || !video.current) return track.stop();
      open.track = track;
      video.current.srcObject = new MediaStream([track]);
      return video.current.play();
    }).catch((error: unknown) => {
      if (error instanceof DeviceError) told.current.failed(say(error.fault === 'blocked' ? 'usher.cameraBlocked' : 'usher.cameraMissing'));
    });
    const timer = setInterval(() => {
      const code = video.current && look(video.current);
      if (!code || (code === last.code && Date.now() - last.at < againMs)) return;
      Object.assign(last, { code, at: Date.now() });
      told.current.found(code);
    }, everyMs);
    return () => {
      open.closed = true;
      clearInterval(timer);
      open.track?.stop();
    };
  }, []);
  return video;
}

/** What the picture that is shown at this moment says. */
function lookAt(): (video: HTMLVideoElement) => string | null {
  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const scale = Math.min(1, widest / Math.max(1, video.videoWidth));
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    if (!paper || width === 0 || height === 0) return null;
    Object.assign(canvas, { width, height });
    paper.drawImage(video, 0, 0, width, height);
    return decodeCode(paper.getImageData(0, 0, width, height));
  };
}
