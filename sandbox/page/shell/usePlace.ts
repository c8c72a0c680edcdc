import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type Place, parsePlace, placeHash } from './place.ts';

/** Goes to another place of the page; `replace` leaves no step in the browser's history. */
export type Go = (place: Place, how?: 'replace') => void;

function onHashChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The place named by the address, and the way to another one. */
export function usePlace(): { place: Place; go: Go } {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  const place = useMemo(() => parsePlace(hash), [hash]);
  const go = useCallback<Go>((to, how) => {
    if (how === 'replace') window.location.replace(placeHash(to));
    else window.location.hash = placeHash(to);
  }, []);
  return { place, go };
}
