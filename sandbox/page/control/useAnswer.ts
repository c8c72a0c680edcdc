import { useCallback, useEffect, useRef, useState } from 'react';

/** An answer of the sandbox on its way to the screen. An older answer stays while a newer one is fetched. */
export interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Error | undefined;
  readonly reload: () => void;
}

/**
 * Asks once per `key` and again on `reload`. Answers that arrive after a newer question are dropped, so that a slow
 * old answer never overwrites a new one.
 */
export function useAnswer<T>(key: string | undefined, load: () => Promise<T>): Asked<T> {
  const [answer, setAnswer] = useState<{ key: string | undefined; data: T | undefined; error: Error | undefined }>();
  const question = useRef(0);
  const loadRef = useRef(load);
  loadRef.current = load;

  const reload = useCallback(() => {
    if (key === undefined) return;
    question.current += 1;
    const asked = question.current;
    loadRef
      .current()
      .then((data) => {
        if (asked === question.current) setAnswer({ key, data, error: undefined });
      })
      .catch((reason: unknown) => {
        const error = reason instanceof Error ? reason : new Error(String(reason));
        if (asked === question.current) {
          setAnswer((before) => ({ key, data: before?.key === key ? before.data : undefined, error }));
        }
      });
  }, [key]);

  useEffect(() => {
    reload();
    return () => {
      question.current += 1;
    };
  }, [reload]);

  const current = answer?.key === key ? answer : undefined;
  return { data: current?.data, error: current?.error, reload };
}
