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

interface SheetGiven {
  readonly title: string;
  readonly close: () => void;
  /** The word on the button that closes it. */
  readonly dismiss?: string;
  /** Something is being done: until then it stays open. */
  readonly busy?: boolean;
  /** What can be done with it, beside closing. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A dialog to look at one thing and act on it. */
export function Sheet(given: SheetGiven) {
  return (
    <InDialogHost>
      <SheetDialog {...given} />
    </InDialogHost>
  );
}

function SheetDialog({ title, close, dismiss = 'Close', busy = false, actions, children }: SheetGiven) {
  const open = useIsOpen();
  useFocusBack(open);
  return (
    <Dialog open={open} onOpenChange={(_, change) => !change.open && !busy && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions fluid>
            <Button appearance="secondary" onClick={close} disabled={busy}>
              {dismiss}
            </Button>
            {actions}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
