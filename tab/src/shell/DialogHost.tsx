import { createContext, type ReactNode, use, useCallback, useEffect, useId, useLayoutEffect, useState } from 'react';

/** Longer than Fluent takes to close a dialog, in milliseconds. */
const CLOSING_MS = 500;

interface Shown {
  readonly id: string;
  readonly dialog: ReactNode;
  readonly open: boolean;
}

type Show = (id: string, dialog: ReactNode) => void;

const ShowContext = createContext<Show | undefined>(undefined);
const OpenContext = createContext(true);

/**
 * Where the tab's dialogs live. A dialog that is simply taken away, since what it stood in is gone, leaves the page
 * hidden from screen readers: Fluent undoes that only while it closes. So the host keeps each until it has closed.
 */
export function DialogHost({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const show = useCallback<Show>((id, dialog) => {
    if (dialog !== undefined) {
      setShown((before) => [...before.filter((one) => one.id !== id), { id, dialog, open: true }]);
      return;
    }
    setShown((before) => before.map((one) => (one.id === id ? { ...one, open: false } : one)));
    setTimeout(() => setShown((before) => before.filter((one) => one.id !== id || one.open)), CLOSING_MS);
  }, []);
  return (
    <ShowContext value={show}>
      {children}
      {shown.map(({ id, dialog, open }) => (
        <OpenContext key={id} value={open}>
          {dialog}
        </OpenContext>
      ))}
    </ShowContext>
  );
}

/** Shows its content in the dialog host for as long as it is there itself. */
export function InDialogHost({ children }: { children: ReactNode }) {
  const id = useId();
  const show = use(ShowContext);
  if (!show) throw new Error('InDialogHost outside of DialogHost');
  // In the same turn as the key that was pressed: a field in a dialog would lose its caret otherwise.
  useLayoutEffect(() => show(id, children), [show, id, children]);
  useEffect(() => () => show(id, undefined), [show, id]);
  return null;
}

/** Whether the dialog this is asked in is open, or on its way out. */
export function useIsOpen(): boolean {
  return use(OpenContext);
}
