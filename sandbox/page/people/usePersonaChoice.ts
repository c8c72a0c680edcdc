import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { remember, remembered } from '../shell/remembered.ts';

const CHANGED = 'sandbox-persona';

function onChange(changed: () => void): () => void {
  window.addEventListener('popstate', changed);
  window.addEventListener(CHANGED, changed);
  return () => {
    window.removeEventListener('popstate', changed);
    window.removeEventListener(CHANGED, changed);
  };
}

/**
 * Who one is in this window: named by `?as=` in its address, so that windows can differ and be linked to; the last
 * choice is remembered for the next window opened without one.
 */
export function usePersonaChoice(): { personaId: string | null; choose: (id: string) => void } {
  const named = useSyncExternalStore(onChange, () => new URLSearchParams(window.location.search).get('as'));
  useEffect(() => {
    const last = remembered('persona');
    if (named === null && last !== null) show(last, 'replace', window.location.hash);
  }, [named]);
  const choose = useCallback((id: string) => {
    remember('persona', id);
    // Another person's chats and channels are not this one's: begin at the same kind of place, not in the same chat.
    const [kind = ''] = window.location.hash.replace(/^#\/?/, '').split('/');
    show(id, 'push', kind === 'app' ? window.location.hash : kind === '' ? '' : `#/${kind}`);
  }, []);
  return { personaId: named, choose };
}

function show(id: string, how: 'push' | 'replace', hash: string): void {
  const query = new URLSearchParams(window.location.search);
  query.set('as', id);
  const address = `${window.location.pathname}?${query}${hash}`;
  if (how === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
  window.dispatchEvent(new Event(CHANGED));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
