import { useMemo, useSyncExternalStore } from 'react';
import { type Route, readRoute } from './route.ts';

function watch(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The place the address names, kept current. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(watch, () => window.location.hash);
  return useMemo(() => readRoute(hash), [hash]);
}
