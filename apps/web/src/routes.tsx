import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { useWords } from './i18n/words.ts';
import { Broken } from './pages/lost/broken.tsx';
import { Lost } from './pages/lost/lost.tsx';
import { Waiting } from './ui/waiting.tsx';

// Each page is a piece of its own: a listener never loads the desk.
const Home = lazy(() => import('./pages/home/home.tsx'));
const Booklet = lazy(() => import('./pages/booklet/booklet.tsx'));
const Join = lazy(() => import('./pages/join/join.tsx'));
const Room = lazy(() => import('./pages/room/room.tsx'));
const Desk = lazy(() => import('./pages/desk/desk.tsx'));
const Hall = lazy(() => import('./pages/hall/hall.tsx'));
const Seat = lazy(() => import('./pages/seat/seat.tsx'));
const Usher = lazy(() => import('./pages/usher/usher.tsx'));
const Microphone = lazy(() => import('./pages/microphone/microphone.tsx'));
const Captions = lazy(() => import('./pages/captions/captions.tsx'));
const Verify = lazy(() => import('./pages/verify/verify.tsx'));
const Ops = lazy(() => import('./pages/ops/ops.tsx'));
const Report = lazy(() => import('./pages/report/report.tsx'));
const Replay = lazy(() => import('./pages/replay/replay.tsx'));

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
