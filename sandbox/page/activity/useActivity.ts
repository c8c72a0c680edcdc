import { useCallback, useMemo, useState } from 'react';
import type { Chats } from '../chat/useChats.ts';
import { remember, remembered } from '../shell/remembered.ts';
import { type Activity, activities } from './activity.ts';

/** The persona's feed, how much of it is new, and the way to note that it was seen. */
export function useActivity(
  personaId: string,
  { chats, channels, ids }: Chats,
): { feed: readonly Activity[]; loaded: boolean; unread: number; readUpTo: string; see: () => void } {
  const [, redraw] = useState(0);
  const feed = useMemo(() => activities(chats ?? [], channels, ids), [chats, channels, ids]);
  const key = `read:${personaId}:activity`;
  const readUpTo = remembered(key) ?? '';
  const newest = feed[0]?.at ?? '';
  const see = useCallback(() => {
    if (newest <= (remembered(key) ?? '')) return;
    remember(key, newest);
    redraw((count) => count + 1);
  }, [key, newest]);
  const unread = feed.filter(({ at }) => at > readUpTo).length;
  return { feed, loaded: chats !== undefined, unread, readUpTo, see };
}
