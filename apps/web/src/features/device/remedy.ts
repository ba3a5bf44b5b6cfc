import type { Wording } from '../../i18n/words.ts';

/** Where the block is lifted differs from browser to browser. */
export function remedy(): Wording {
  const { userAgent } = navigator;
  if (userAgent.includes('Firefox')) return 'device.blockedFirefox';
  return userAgent.includes('Chrome') ? 'device.blockedChrome' : 'device.blockedSafari';
}
