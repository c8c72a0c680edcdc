import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Notice } from './Notice.tsx';

/** Says that the connection is gone; what is shown stays, and comes up to date by itself. */
export function Offline() {
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  if (online) return null;
  return (
    <Notice intent="warning" title="You are offline.">
      The figures below are the last ones received. They come up to date as soon as there is a connection.
    </Notice>
  );
}
