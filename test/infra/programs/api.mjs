import { standIn } from './stand-in.mjs';

standIn('YAJI_API_PORT');
