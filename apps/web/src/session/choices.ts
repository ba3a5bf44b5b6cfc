import { createStore, useStore } from 'zustand';

/** What somebody chose on this device; kept from visit to visit. */
export type Choices = {
  listenOnly: boolean;
  /** The microphone was tried once: it may be opened without another check. */
  checked: boolean;
  cameraOn: boolean;
  microphoneId: string | null;
  cameraId: string | null;
  selfViewHidden: boolean;
  singleKeys: boolean;
  audioOnly: boolean;
  /** A page without a person before it (kiosk, hall): opens microphone and camera by itself. Kept for this tab. */
  unattended: boolean;
};

const name = 'yaji.choices';
const first: Choices = {
  listenOnly: false, checked: false, cameraOn: false, microphoneId: null, cameraId: null,
  selfViewHidden: false, singleKeys: true, audioOnly: false, unattended: false,
};

// Absent where no browser is: in tests.
const read = (store: Storage | undefined): Partial<Choices> => JSON.parse(store?.getItem(name) ?? '{}') as Partial<Choices>;
const choices = createStore<Choices>(() => ({ ...first, ...read(globalThis.localStorage), ...read(globalThis.sessionStorage) }));

export const chosen = (): Choices => choices.getState();

export function choose(some: Partial<Choices>): void {
  choices.setState(some);
  const { unattended, ...lasting } = choices.getState();
  localStorage.setItem(name, JSON.stringify(lasting));
  sessionStorage.setItem(name, JSON.stringify({ unattended }));
}

export const useChoices = (): Choices => useStore(choices);
