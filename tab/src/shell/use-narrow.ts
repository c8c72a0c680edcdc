import { useSyncExternalStore } from 'react';

const QUERY = '(max-width: 640px)';

/** Whether the page is as narrow as a phone, where a wide table becomes a list. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(QUERY);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(QUERY).matches,
  );
}
