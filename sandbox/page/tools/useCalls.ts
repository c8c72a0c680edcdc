import { useEffect, useState } from 'react';
import { type Call, getCalls } from '../control/machine-api.ts';

const LOOK_MS = 1_000;
/** As many as the sandbox keeps. */
const MOST = 300;

/** The last few hundred calls, newest first, looked at every second while `on`. A restart of the sandbox begins anew. */
export function useCalls(on: boolean): { calls: readonly Call[]; error: Error | undefined; clear: () => void } {
  const [calls, setCalls] = useState<readonly Call[]>([]);
  const [error, setError] = useState<Error>();

  useEffect(() => {
    if (!on) return;
    let ended = false;
    let after = 0;
    let timer: number | undefined;
    async function look(): Promise<void> {
      try {
        const fresh = await getCalls(after);
        if (ended) return;
        after = fresh.at(-1)?.n ?? after;
        setError(undefined);
        setCalls((known) => merged(known, fresh));
      } catch (reason) {
        if (ended) return;
        // A sandbox that was started anew counts from one again.
        after = 0;
        setError(reason instanceof Error ? reason : new Error(String(reason)));
      }
      timer = window.setTimeout(() => void look(), LOOK_MS);
    }
    void look();
    return () => {
      ended = true;
      window.clearTimeout(timer);
    };
  }, [on]);

  return { calls, error, clear: () => setCalls([]) };
}

/** Puts fresh calls (oldest first) before the known ones (newest first). */
export function merged(known: readonly Call[], fresh: readonly Call[]): readonly Call[] {
  if (fresh.length === 0) return known;
  const first = fresh[0]?.n ?? 0;
  return [...[...fresh].reverse(), ...known.filter(({ n }) => n < first)].slice(0, MOST);
}
