import { useEffect, useState } from 'react';
import css from './waiting.module.css';

/** Says what is happening, but only once it has taken a moment: a page that is quick never flickers. */
export function Waiting({ words }: { words: string }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return <div className={css.waiting} role="status" aria-busy="true">{long && <><span className={css.dots} aria-hidden /><span>{words}</span></>}</div>;
}
