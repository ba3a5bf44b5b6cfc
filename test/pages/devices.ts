// To be put into a page before its own scripts: devices as some people have them.

/** What the microphone hears is sent as it is: nothing is removed from it as noise or echo, and no processor time is spent on that. */
export function plainMicrophone(): void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;
  const open = devices.getUserMedia.bind(devices);
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  devices.getUserMedia = (wishes) => open(wishes?.audio ? { ...wishes, audio: { ...(wishes.audio === true ? {} : wishes.audio), ...plain } } : wishes);
}

/** The camera gives few and small pictures. Several pages that send must fit on one small machine, and a picture is a picture. */
export function poorCamera(): void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (wishes) => open(wishes?.video ? { ...wishes, video: { width: 320, height: 180, frameRate: 5 } } : wishes);
}

/** As `poorCamera`, of one colour (`hue`, degrees) in which something moves, so that it is seen whose picture is whose. */
export const colouredCamera = (hue: number): string => `(${colouredPicture.toString()})(${hue})`;

function colouredPicture(hue: number): void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;
  const open = devices.getUserMedia.bind(devices);
  const filmed = (): MediaStreamTrack => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const pen = canvas.getContext('2d');
    let n = 0;
    const draw = (): void => {
      if (!pen) return;
      pen.fillStyle = `hsl(${hue} 90% 45%)`;
      pen.fillRect(0, 0, 320, 180);
      pen.fillStyle = `hsl(${hue} 90% 25%)`;
      pen.fillRect((n * 8) % 300, 80, 20, 20);
      n += 1;
    };
    draw();
    const timer = setInterval(draw, 200);
    const [track] = canvas.captureStream(5).getVideoTracks();
    if (!track) throw new Error('a canvas gave no picture');
    const stop = track.stop.bind(track);
    track.stop = () => {
      clearInterval(timer);
      stop();
    };
    return track;
  };
  devices.getUserMedia = async (wishes) => {
    const sound = wishes?.audio ? await open({ audio: wishes.audio }) : new MediaStream();
    if (wishes?.video) sound.addTrack(filmed());
    return sound;
  };
}

/** Somebody who chose, on a slow machine, to load no pictures of others and to hide the own one. */
export function soundOnly(): void {
  if (localStorage.getItem('yaji.choices') === null) localStorage.setItem('yaji.choices', JSON.stringify({ audioOnly: true, selfViewHidden: true }));
}
