import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { useWords } from './i18n/words.ts';
import { Broken } from './pages/lost/broken.tsx';
import { Lost } from './pages/lost/lost.tsx';
import { Waiting } from './ui/waiting.tsx';
import { part } from './ui/part/part.ts';

// Each page is a piece of its own: a listener never loads the desk.
const Home = part(() => import('./pages/home/home.tsx'));
const Booklet = part(() => import('./pages/booklet/booklet.tsx'));
const Join = part(() => import('./pages/join/join.tsx'));
const Room = part(() => import('./pages/room/room.tsx'));
const Desk = part(() => import('./pages/desk/desk.tsx'));
const Hall = part(() => import('./pages/hall/hall.tsx'));
const Seat = part(() => import('./pages/seat/seat.tsx'));
const Usher = part(() => import('./pages/usher/usher.tsx'));
const Microphone = part(() => import('./pages/microphone/microphone.tsx'));
const Captions = part(() => import('./pages/captions/captions.tsx'));
const Verify = part(() => import('./pages/verify/verify.tsx'));
const Ops = part(() => import('./pages/ops/ops.tsx'));
const Report = part(() => import('./pages/report/report.tsx'));
const Replay = part(() => import('./pages/replay/replay.tsx'));

export function Pages() {
  const { t } = useWords();
  return (
    <Broken>
      <Suspense fallback={<Waiting words={t('app.loading')} />}>
        <Routes>
          <Route path="/" element={<Home />} />
          <Route path="/s/:salon" element={<Booklet />} />
          <Route path="/s/:salon/join" element={<Join />} />
          <Route path="/s/:salon/r/:room" element={<Room />} />
          <Route path="/s/:salon/r/:room/desk" element={<Desk />} />
          <Route path="/s/:salon/r/:room/hall" element={<Hall />} />
          <Route path="/s/:salon/r/:room/seat" element={<Seat />} />
          <Route path="/s/:salon/r/:room/usher" element={<Usher />} />
          <Route path="/s/:salon/r/:room/microphone/:microphone" element={<Microphone />} />
          <Route path="/s/:salon/r/:room/captions" element={<Captions />} />
          <Route path="/s/:salon/r/:room/replay" element={<Replay />} />
          <Route path="/s/:salon/report" element={<Report />} />
          <Route path="/verify/:ballot" element={<Verify />} />
          <Route path="/ops" element={<Ops />} />
          <Route path="*" element={<Lost />} />
        </Routes>
      </Suspense>
    </Broken>
  );
}
