import { useEffect } from 'react';
import type { RoomView } from '../../../live/room-view.ts';
import { useMedia, useSeat } from '../../../live/seat.tsx';
import { chosen, useChoices } from '../../../session/choices.ts';
import { mayOpen, willSpeak } from './own-panel.ts';

/** Opens the person's devices when they are about to speak, and shuts them when that is over. */
export function useOwnDevices(view: RoomView): void {
  const { media } = useSeat();
  const { audioOnly } = useChoices();
  const mayProduce = useMedia((state) => state.mayProduce);
  const linked = useMedia((state) => state.link === 'open');
  const { microphone, camera, soon } = mayOpen(view);
  const wanted = (mayProduce || soon) && willSpeak(view, chosen());
  // A node that went away takes `mayProduce` with it: that is no reason to let go of the devices.
  const over = linked && !mayProduce && !soon;
  useEffect(() => {
    if (!wanted) return;
    const { cameraOn } = chosen();
    const heard = microphone ? media.turnOn('microphone') : Promise.resolve();
    void heard.then(() => (cameraOn && camera ? media.turnOn('camera') : undefined));
  }, [media, wanted, microphone, camera]);
  useEffect(() => {
    if (over || !microphone) media.turnOff('microphone');
    if (over) media.turnOff('camera');
  }, [media, over, microphone]);
  useEffect(() => media.want(!audioOnly), [media, audioOnly]);
}
