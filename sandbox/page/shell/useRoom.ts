import { type RefCallback, useCallback, useState } from 'react';

/** How much room the page has: `phone` below 720 px of its own width, whether by a real phone or by the phone frame. */
export type Room = 'phone' | 'desktop';

const PHONE_BELOW_PX = 720;

/** Measures the element it is put on; layouts follow this, not the window, so that the phone frame is a true phone. */
export function useRoom(): { room: Room; measure: RefCallback<HTMLElement> } {
  const [room, setRoom] = useState<Room>(window.innerWidth < PHONE_BELOW_PX ? 'phone' : 'desktop');
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setRoom(entry.contentRect.width < PHONE_BELOW_PX ? 'phone' : 'desktop');
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { room, measure };
}
