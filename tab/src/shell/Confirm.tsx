import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { InDialogHost, useIsOpen } from './DialogHost.tsx';
import { useFocusBack } from './use-focus-back.ts';

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
export function Confirm(given: ConfirmGiven) {
  return (
    <InDialogHost>
      <ConfirmDialog {...given} />
    </InDialogHost>
  );
}

function ConfirmDialog({ title, action, busy = false, disabled = false, close, act, children }: ConfirmGiven) {
  const open = useIsOpen();
  useFocusBack(open);
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && !busy && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button appearance="secondary" onClick={close} disabled={busy}>
              Cancel
            </Button>
            <Button appearance="primary" onClick={act} disabled={busy || disabled}>
              {busy ? 'One moment…' : action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
