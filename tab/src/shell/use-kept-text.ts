import { useCallback, useState } from 'react';

/** Text being typed, kept on this device until it is sent, so that a panel that closes loses none of it. */
export function useKeptText(name: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => window.localStorage.getItem(name) ?? '');
  const change = useCallback(
    (typed: string) => {
      setText(typed);
      if (typed === '') window.localStorage.removeItem(name);
      else window.localStorage.setItem(name, typed);
    },
    [name],
  );
  return [text, change];
}
