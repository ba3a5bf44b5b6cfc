import { standIn } from './stand-in.mjs';

standIn('YAJI_WORKER_PORT');
