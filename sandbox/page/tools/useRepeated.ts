import { useEffect } from 'react';
import { type Asked, useAnswer } from '../control/useAnswer.ts';

const LOOK_MS = 2_000;

/** An answer that is asked for again every two seconds while it is on screen. */
export function useRepeated<T>(key: string, load: () => Promise<T>): Asked<T> {
  const asked = useAnswer(key, load);
  const { reload } = asked;
  useEffect(() => {
    const timer = window.setInterval(reload, LOOK_MS);
    return () => window.clearInterval(timer);
  }, [reload]);
  return asked;
}
