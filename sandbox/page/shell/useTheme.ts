import { useCallback, useEffect, useState } from 'react';
import { remember, remembered } from './remembered.ts';
import { type ThemeName, themeNamed } from './themes.ts';

/** The chosen theme, the same in all windows of this browser; until one is chosen, as the computer is set. */
export function useTheme(): { theme: ThemeName; setTheme: (theme: ThemeName) => void } {
  const [theme, show] = useState<ThemeName>(() => themeNamed(remembered('theme')) ?? preferredTheme());
  useEffect(() => {
    // Told to the other windows only, which is who has to hear of it.
    const hear = () => show(themeNamed(remembered('theme')) ?? preferredTheme());
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  }, []);
  useEffect(() => {
    // For what the browser draws itself: date pickers, lists to choose from, scroll bars.
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);
  const setTheme = useCallback((chosen: ThemeName) => {
    remember('theme', chosen);
    show(chosen);
  }, []);
  return { theme, setTheme };
}

function preferredTheme(): ThemeName {
  if (window.matchMedia('(forced-colors: active)').matches) return 'contrast';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}
