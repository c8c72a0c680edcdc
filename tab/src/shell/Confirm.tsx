import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Sheet } from './Sheet.tsx';

interface ConfirmGiven {
  readonly title: string;
  /** The words on the button that does it: a verb, not "OK". */
  readonly action: string;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly close: () => void;
  readonly act: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done that others will see. */
export function Confirm({ title, action, busy = false, disabled = false, close, act, children }: ConfirmGiven) {
  return (
    <Sheet
      title={title}
      close={close}
      dismiss="Cancel"
      busy={busy}
      actions={
        <Button appearance="primary" onClick={act} disabled={busy || disabled}>
          {busy ? 'One moment…' : action}
        </Button>
      }
    >
      {children}
    </Sheet>
  );
}
