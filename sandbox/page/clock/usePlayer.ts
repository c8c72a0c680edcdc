import { useEffect, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { getClock, getClockMarks, setClock } from '../control/control-api.ts';
import { getCalls } from '../control/machine-api.ts';
import { isWork, nextStep, type Speed } from './player.ts';

/** How long an app must have rested before time goes on; longer than apps take to look at the clock again. */
const REST_MS = 900;
const LOOK_MS = 200;
/** An app that works this long without rest is not waited for any longer: the player stops and says so. */
const PATIENCE_MS = 120_000;

/** Seconds made up for at most; whoever waited longer wants to go on, not to race. */
const MOST_OWED = 30;

/** The player of the clock: `waits` while an app is at work, `says` why it stopped by itself. */
export interface Player {
  readonly playing: boolean;
  readonly waits: boolean;
  readonly says: string | undefined;
  readonly play: () => void;
  readonly pause: () => void;
}

/** Lets time go by in steps; after each it waits until the apps have done what they do at that time. */
export function usePlayer(speed: Speed): Player {
  const [playing, setPlaying] = useState(false);
  const [waits, setWaits] = useState(false);
  const [says, setSays] = useState<string>();

  useEffect(() => {
    if (!playing) return;
    const stop = new AbortController();
    run(speed, stop.signal, setWaits).then(
      (why) => {
        if (stop.signal.aborted) return;
        setSays(why);
        setPlaying(false);
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        setSays(error instanceof Error ? error.message : String(error));
        setPlaying(false);
      },
    );
    return () => {
      stop.abort();
      setWaits(false);
    };
  }, [playing, speed]);

  return {
    ...{ playing, waits, says },
    play: () => {
      setSays(undefined);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
  };
}

/** Plays until it is stopped; answers why it stopped by itself. */
async function run(speed: Speed, stop: AbortSignal, tell: (waits: boolean) => void): Promise<string> {
  const dates = (await getClockMarks()).map(({ label, at }) => ({ label, at: Temporal.Instant.from(at) }));
  let seen = (await getCalls(0)).at(-1)?.n ?? 0;
  let played = performance.now();
  // What a stop at a date or a long wait holds back is made up for by the steps after it.
  let owed = 1;
  for (;;) {
    const now = Temporal.Instant.from((await getClock()).now);
    const step = nextStep(now, speed, owed, dates);
    if (step === undefined) return 'There is no further date to go to.';
    if (stop.aborted) return '';
    await setClock(step.at.toString());
    if (speed.minutes !== 'next date') owed -= step.at.since(now).total('minutes') / speed.minutes;
    const began = performance.now();
    let rested = began;
    while (performance.now() - rested < REST_MS) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (stop.aborted) return '';
      const calls = await getCalls(seen);
      seen = calls.at(-1)?.n ?? seen;
      const works = calls.some(isWork);
      tell(works);
      if (works) rested = performance.now();
      if (performance.now() - began > PATIENCE_MS)
        return 'An app has been at work for two minutes without rest. Play on when you have seen what it does.';
    }
    owed = Math.min(owed + (performance.now() - played) / 1_000, MOST_OWED);
    played = performance.now();
  }
}
