import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { createPath, type Navigator, NavigationType, Router, type To } from 'react-router';

type Seen = { location: { pathname: string; search: string; hash: string; key: string }; navigationType: NavigationType };

function seen(navigationType: NavigationType): Seen {
  const { pathname, search, hash } = window.location;
  return { location: { pathname, search, hash, key: `${pathname}${search}${hash}` }, navigationType };
}
const pathTo = (to: To): string => (typeof to === 'string' ? to : createPath(to));

/** The address bar as the router's source. (The router's own binding brings server rendering along, 5 kB that no listener needs.) */
export function Address({ children }: { children: ReactNode }) {
  const [now, setNow] = useState(() => seen(NavigationType.Pop));
  useEffect(() => {
    const moved = () => setNow(seen(NavigationType.Pop));
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, []);
  const navigator = useMemo((): Navigator => ({
    createHref: pathTo,
    go: (by) => window.history.go(by),
    push: (to) => {
      window.history.pushState(null, '', pathTo(to));
      window.scrollTo(0, 0);
      setNow(seen(NavigationType.Push));
    },
    replace: (to) => {
      window.history.replaceState(null, '', pathTo(to));
      setNow(seen(NavigationType.Replace));
    },
  }), []);
  return <Router {...now} navigator={navigator}>{children}</Router>;
}
