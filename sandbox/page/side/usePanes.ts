import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type Pane, panesText, parsePanes } from './panes.ts';

const CHANGED = 'sandbox-panes';

function onChange(changed: () => void): () => void {
  window.addEventListener('popstate', changed);
  window.addEventListener(CHANGED, changed);
  return () => {
    window.removeEventListener('popstate', changed);
    window.removeEventListener(CHANGED, changed);
  };
}

/** Who is side by side, kept in the address; an empty row is one person alone again. */
export function usePanes(): { panes: readonly Pane[]; change: (panes: readonly Pane[]) => void } {
  const text = useSyncExternalStore(onChange, () => new URLSearchParams(window.location.search).get('side'));
  const panes = useMemo(() => parsePanes(text), [text]);
  const change = useCallback((wanted: readonly Pane[]) => {
    const query = new URLSearchParams(window.location.search);
    query.delete('side');
    // Ids, commas and tildes may stand in a query as they are; escaped they could not be read.
    const rest = query.toString();
    const side = panesText(wanted);
    const search = [rest, side && `side=${side}`].filter(Boolean).join('&');
    window.history.pushState(null, '', `${window.location.pathname}?${search}${window.location.hash}`);
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return { panes, change };
}
