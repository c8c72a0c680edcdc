import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { getClock } from '../control/control-api.ts';
import { useLiveEvent } from '../control/live.tsx';

/** The sandbox's present time and the tenant's time zone. `reload` asks the sandbox anew. */
export interface SandboxClock {
  readonly now: Temporal.Instant;
  readonly zone: string;
  readonly reload: () => void;
}

const ClockContext = createContext<SandboxClock | undefined>(undefined);

/** How often the shown time is brought up to date. */
const TICK_MS = 5000;

/** Runs the sandbox's clock for everything below: as told by the sandbox, moving on with real time in between. */
export function ClockProvider({ start, zone, children }: { start: string; zone: string; children: ReactNode }) {
  const [told, setTold] = useState(() => heardNow(start));
  const [, tick] = useState(0);

  useLiveEvent((event) => {
    if (event.type === 'clock' && event.now !== undefined) setTold(heardNow(event.now));
    if (event.type === 'reconnected') reload();
  });
  useEffect(() => {
    const timer = window.setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);

  function reload(): void {
    getClock().then(
      (clock) => setTold(heardNow(clock.now)),
      // The banner already says that the connection is lost; the shown time goes on from what was last told.
      () => undefined,
    );
  }

  const now = told.now.add({ milliseconds: Math.max(0, Math.round(performance.now() - told.heardAt)) });
  return <ClockContext value={{ now, zone, reload }}>{children}</ClockContext>;
}

function heardNow(now: string): { now: Temporal.Instant; heardAt: number } {
  return { now: Temporal.Instant.from(now), heardAt: performance.now() };
}

/** The sandbox's clock. */
export function useClock(): SandboxClock {
  const clock = use(ClockContext);
  if (clock === undefined) throw new Error('ClockProvider is missing above this component.');
  return clock;
}
