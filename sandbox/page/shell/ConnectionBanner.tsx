import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useLiveState } from '../control/live.tsx';

/** Says when changes are no longer heard, so that nobody takes old for new. */
export function ConnectionBanner() {
  const { state, retry } = useLiveState();
  if (state !== 'lost') return null;
  return (
    <MessageBar intent="warning" politeness="assertive" layout="multiline">
      <MessageBarBody>
        The connection to the sandbox is lost; what you see may be old. Is it still running? Trying again every few
        seconds.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={retry}>
          Try now
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
