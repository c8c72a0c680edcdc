import { createContext, type ReactNode, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { LiveEvent } from './answers.ts';
import type { LiveEvents, LiveState } from './live-events.ts';

const LiveContext = createContext<LiveEvents | undefined>(undefined);

/** Lets everything below hear of changes in the sandbox. */
export function LiveProvider({ live, children }: { live: LiveEvents; children: ReactNode }) {
  return <LiveContext value={live}>{children}</LiveContext>;
}

function useLive(): LiveEvents {
  const live = use(LiveContext);
  if (live === undefined) throw new Error('LiveProvider is missing above this component.');
  return live;
}

/** Calls `heard` for every change told by the sandbox while the component is on screen. */
export function useLiveEvent(heard: (event: LiveEvent) => void): void {
  const live = useLive();
  const onEvent = useEffectEvent(heard);
  useEffect(() => live.onEvent((event) => onEvent(event)), [live]);
}

/** Whether changes are being heard, and a way to try again now. */
export function useLiveState(): { state: LiveState; retry: () => void } {
  const live = useLive();
  const state = useSyncExternalStore(
    (changed) => live.onState(changed),
    () => live.state,
  );
  return { state, retry: () => live.retry() };
}
