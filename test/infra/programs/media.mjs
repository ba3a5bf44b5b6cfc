import { standIn } from './stand-in.mjs';

standIn('YAJI_MEDIA_PORT');
