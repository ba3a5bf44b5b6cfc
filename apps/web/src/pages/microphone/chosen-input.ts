const name = (microphone: string): string => `yaji.input/${microphone}`;

/** The input that this microphone of the hall hears with; null: the one that the browser takes. Each has its own, so that one machine can be two. */
export const chosenInput = (microphone: string): string | null => localStorage.getItem(name(microphone));

/** What cancels echo or noise for one person before a screen swallows voices in a hall. */
export function asItIs(microphone: string): MediaStreamConstraints {
  const deviceId = chosenInput(microphone);
  return { audio: { ...(deviceId !== null && { deviceId: { exact: deviceId } }), echoCancellation: false, noiseSuppression: false, autoGainControl: false } };
}

export const chooseInput = (microphone: string, deviceId: string): void => localStorage.setItem(name(microphone), deviceId);
