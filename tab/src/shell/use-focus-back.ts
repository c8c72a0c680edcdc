import { useEffect, useState } from 'react';

/**
 * Gives the focus back when a dialog closes: to what had it before, else to the view's title, so that a keyboard user
 * goes on from where they were.
 */
export function useFocusBack(open: boolean): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    if (open) return;
    const timer = setTimeout(() => {
      const there = before instanceof HTMLElement && before.isConnected && !before.matches(':disabled');
      const next = there && before !== document.body ? before : document.querySelector('h1');
      next?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [open, before]);
}
