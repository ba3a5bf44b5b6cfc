import { command, event } from './shape.ts';

export const recordingCommands = {
  'recording.start': command('recording.start', {}),
  'recording.stop': command('recording.stop', {}),
};

export const recordingEvents = {
  RecordingStarted: event('RecordingStarted', {}),
  RecordingStopped: event('RecordingStopped', {}),
};
