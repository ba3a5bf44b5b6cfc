import { createRoot } from 'react-dom/client';
import { startWords } from './i18n/words.ts';
import { Pages } from './routes.tsx';
import { Confirm } from './ui/dialog/confirm.tsx';
import { Notices } from './ui/dialog/notices.tsx';
import { startScheme } from './ui/look/scheme.ts';
import { Address } from './ui/route/address.tsx';
import './ui/look/paper.css';

startScheme();
await startWords();
const place = document.getElementById('app');
if (!place) throw new Error('the page has no place for the app');
createRoot(place).render(
  <Address>
    <Pages />
    <Notices />
    <Confirm />
  </Address>,
);
