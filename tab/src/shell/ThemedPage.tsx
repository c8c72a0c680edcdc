import { FluentProvider, makeStyles, type Theme, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { ThemeName } from '../m365/host.ts';
import { loadTheme } from './theme.ts';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    '@media print': { minHeight: 0, backgroundColor: 'transparent' },
  },
});

/** Puts a theme's tokens on the whole page. Until they are there, the document's own ground in that theme shows. */
export function ThemedPage({ theme, children }: { theme: ThemeName; children: ReactNode }) {
  const styles = useStyles();
  const [fluent, setFluent] = useState<Theme>();
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
    let wanted = true;
    loadTheme(theme).then((loaded) => {
      if (wanted) setFluent(loaded);
    });
    return () => {
      wanted = false;
    };
  }, [theme]);
  if (!fluent) {
    return (
      <p className="starting" role="status">
        Opening…
      </p>
    );
  }
  return (
    <FluentProvider theme={fluent}>
      {/* Not on the provider itself: Fluent gives its class to every dialog's and toast's layer, which would then
          cover the page. */}
      <div className={styles.page}>{children}</div>
    </FluentProvider>
  );
}
