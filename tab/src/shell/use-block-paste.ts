import { type KeyboardEvent, useEffect, useRef } from 'react';
import { counted } from './figures.ts';
import type { LaidBlock } from './paste.ts';
import { useSay } from './toasts.tsx';

/**
 * Takes a pasted block into a form, says how much of it was taken, and can take it out again: by the button beside those
 * words, or by Ctrl+Z while nothing was typed over it.
 */
export function useBlockPaste<Values extends Readonly<Record<string, unknown>>>(
  values: Values,
  change: (values: Values) => void,
) {
  const say = useSay();
  const last = useRef<{ readonly before: Values; readonly after: Values }>(undefined);
  // The button may be pressed long after the paste: what was typed since has to stay.
  const changeNow = useRef(change);
  useEffect(() => {
    changeNow.current = change;
  }, [change]);
  const undo = () => {
    if (last.current) changeNow.current(last.current.before);
    last.current = undefined;
  };
  return {
    /** Takes what each input becomes; `before` is what they go back to. */
    take: ({ inputs, leftOut }: LaidBlock, after: Values, before: Values) => {
      last.current = { before, after };
      change(after);
      say.done(
        `${counted(Object.keys(inputs).length, 'figure')} pasted`,
        leftOut === 0 ? undefined : `${counted(leftOut, 'figure')} lay outside the table and went nowhere.`,
        { label: 'Undo', act: undo },
      );
    },
    undoByKey: (event: KeyboardEvent) => {
      const untouched = Object.entries(last.current?.after ?? {}).every(([key, value]) => values[key] === value);
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (last.current === undefined || !untouched) return;
      event.preventDefault();
      undo();
    },
  };
}
