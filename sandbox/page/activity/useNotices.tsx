import { Link, Toast, ToastBody, ToastTitle, ToastTrigger, useToastController } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Go } from '../shell/usePlace.ts';
import type { Activity } from './activity.ts';

/** Tells of what is new in the feed, unless it is on screen already (`open` is that conversation's id). */
export function useNotices(
  toasterId: string,
  { feed, loaded, open, go }: { feed: readonly Activity[]; loaded: boolean; open: string | undefined; go: Go },
): void {
  const { dispatchToast } = useToastController(toasterId);
  const told = useRef<Set<string>>(undefined);
  useEffect(() => {
    if (!loaded) return;
    const known = told.current;
    told.current = new Set(feed.map(({ id }) => id));
    // What was there when the page opened is not news.
    if (known === undefined) return;
    for (const one of feed) {
      if (known.has(one.id) || one.conversationId === open) continue;
      dispatchToast(
        <Toast>
          <ToastTitle
            action={
              <ToastTrigger>
                <Link onClick={() => go(one.to)}>Open</Link>
              </ToastTrigger>
            }
          >
            {one.title}
          </ToastTitle>
          <ToastBody>{one.text}</ToastBody>
        </Toast>,
        { intent: 'info', timeout: 6_000 },
      );
    }
  }, [feed, loaded, open, go, dispatchToast]);
}
