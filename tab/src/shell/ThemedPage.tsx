import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useLayoutEffect } from 'react';
import type { ThemeName } from '../m365/host.ts';
import { FLUENT_THEMES } from './theme.ts';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
});

/** Puts a theme's tokens on the whole page, and its ground on the document behind it. */
export function ThemedPage({ theme, children }: { theme: ThemeName; children: ReactNode }) {
  const styles = useStyles();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);
  return (
    <FluentProvider theme={FLUENT_THEMES[theme]} className={styles.page}>
      {children}
    </FluentProvider>
  );
}
