import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** Says that the connection is gone; what is shown stays, and comes up to date by itself. */
export function Offline() {
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  if (online) return null;
  return (
    <MessageBar intent="warning">
      <MessageBarBody>
        <MessageBarTitle>You are offline.</MessageBarTitle>
        The figures below are the last ones received. They come up to date as soon as there is a connection.
      </MessageBarBody>
    </MessageBar>
  );
}
