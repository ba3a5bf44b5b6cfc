import { useParams } from 'react-router';

/** The salon and the room of the address; empty where the page has none. */
export function usePlace(): { salon: string; room: string } {
  const { salon = '', room = '' } = useParams();
  return { salon, room };
}

/** Which microphone of the hall the address names; empty where it names none. */
export const useMicrophoneId = (): string => useParams()['microphone'] ?? '';

export const paths = {
  ops: '/ops',
  booklet: (salon: string) => `/s/${salon}`,
  join: (salon: string) => `/s/${salon}/join`,
  room: (salon: string, room: string) => `/s/${salon}/r/${room}`,
  desk: (salon: string, room: string) => `/s/${salon}/r/${room}/desk`,
  hall: (salon: string, room: string) => `/s/${salon}/r/${room}/hall`,
  seat: (salon: string, room: string) => `/s/${salon}/r/${room}/seat`,
  usher: (salon: string, room: string) => `/s/${salon}/r/${room}/usher`,
  microphone: (salon: string, room: string, microphone: string) => `/s/${salon}/r/${room}/microphone/${microphone}`,
  verify: (ballot: string) => `/verify/${ballot}`,
  report: (salon: string, room?: string) => `/s/${salon}/report${room === undefined ? '' : `?room=${room}`}`,
  replay: (salon: string, room: string) => `/s/${salon}/r/${room}/replay`,
};
