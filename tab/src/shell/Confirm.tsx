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

/** Asks before something is done that others will see. */
export function Confirm({
  title,
  action,
  busy = false,
  disabled = false,
  close,
  act,
  children,
}: {
  title: string;
  /** The words on the button that does it: a verb, not "OK". */
  action: string;
  busy?: boolean;
  disabled?: boolean;
  close: () => void;
  act: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !busy && close()}>
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
