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

/** Somebody who chose, on a slow machine, to load no pictures of others and to hide the own one. */
export function soundOnly(): void {
  if (localStorage.getItem('yaji.choices') === null) localStorage.setItem('yaji.choices', JSON.stringify({ audioOnly: true, selfViewHidden: true }));
}
