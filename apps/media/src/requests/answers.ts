import type { MediaAnswers } from './media-answers.ts';
import { preferLayer, receive, resumeConsumer } from './receiving.ts';
import { closeProducer, produce } from './sending.ts';
import { capabilities, connectTransport, createTransport, restartIce } from './transports.ts';

export const mediaAnswers: MediaAnswers = {
  capabilities, createTransport, connectTransport, restartIce, receive, resumeConsumer, preferLayer, produce, closeProducer,
};
