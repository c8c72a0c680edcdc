import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { remember, remembered } from './remembered.ts';
import type { ThemeName } from './themes.ts';

/** What stands beside the people: the calls that are made, and what can go wrong. */
export type Tool = 'calls' | 'faults';

/** What belongs to whoever sits at the page, whichever people they look at. */
interface Desk {
  readonly theme: ThemeName;
  readonly setTheme: (theme: ThemeName) => void;
  readonly tool: Tool | undefined;
  readonly setTool: (tool: Tool | undefined) => void;
  /** Whether the player of the clock is on screen. */
  readonly player: boolean;
  readonly setPlayer: (open: boolean) => void;
}

const DeskContext = createContext<Desk | undefined>(undefined);

/** Remembers how the desk was left. */
export function DeskProvider({
  theme,
  setTheme,
  children,
}: Pick<Desk, 'theme' | 'setTheme'> & { children: ReactNode }) {
  const [tool, showTool] = useState<Tool | undefined>(() => toolNamed(remembered('tool')));
  const [player, setPlayer] = useState(false);
  const desk = useMemo(
    () => ({
      ...{ theme, setTheme, tool, player, setPlayer },
      setTool: (chosen: Tool | undefined) => {
        remember('tool', chosen ?? '');
        showTool(chosen);
      },
    }),
    [theme, setTheme, tool, player],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

function toolNamed(name: string | null): Tool | undefined {
  return name === 'calls' || name === 'faults' ? name : undefined;
}

/** The desk one sits at. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === undefined) throw new Error('DeskProvider is missing above this component.');
  return desk;
}
