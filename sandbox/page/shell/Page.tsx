import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { ClockProvider } from '../clock/useClock.tsx';
import type { Person } from '../control/answers.ts';
import { getApps, getPeople, getStatus } from '../control/control-api.ts';
import { useLiveEvent } from '../control/live.tsx';
import { useAnswer } from '../control/useAnswer.ts';
import { usePersonaChoice } from '../people/usePersonaChoice.ts';
import { WelcomePage } from '../people/WelcomePage.tsx';
import { ErrorState, Loading } from './Notice.tsx';
import { remember, remembered } from './remembered.ts';
import { Shell } from './Shell.tsx';
import { type ThemeName, themeNamed, themes } from './themes.ts';

const useStyles = makeStyles({
  page: { display: 'flex', height: '100%', backgroundColor: tokens.colorNeutralBackground4 },
  centre: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
});

/** As a style, not a class: the provider gives its classes to every menu and tooltip, which would then cover the page. */
const FULL_HEIGHT = { height: '100%' };

/** Where a tenant gives no time zone of its own. */
const DEFAULT_ZONE = 'Europe/London';

/** The whole page: what the sandbox holds, the chosen theme and person, and then Teams. */
export function Page() {
  const styles = useStyles();
  const [theme, setTheme] = useState<ThemeName>(() => themeNamed(remembered('theme')) ?? preferredTheme());
  const [framed, setFramed] = useState(() => remembered('framed') === 'yes' && window.innerWidth >= 640);
  const asked = useAnswer('sandbox', readSandbox);
  const { personaId, choose } = usePersonaChoice();
  useLiveEvent((event) => {
    if (event.type === 'tenant' || event.type === 'reconnected') asked.reload();
  });

  useEffect(() => {
    // For what the browser draws itself: date pickers, lists to choose from, scroll bars.
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);

  const persona = asked.data?.people.find((person) => person.id === personaId);
  useEffect(() => {
    document.title = persona === undefined ? 'Microsoft 365 sandbox' : `${persona.displayName} | Microsoft 365 sandbox`;
  }, [persona]);

  function content() {
    if (asked.data === undefined) {
      return (
        <div className={styles.centre}>
          {asked.error === undefined ? (
            <Loading what="the sandbox" />
          ) : (
            <ErrorState error={asked.error} retry={asked.reload} />
          )}
        </div>
      );
    }
    const { status, people, apps } = asked.data;
    if (persona === undefined) {
      return (
        <div className={styles.centre}>
          <WelcomePage
            tenantName={status.tenant?.name}
            people={people}
            choose={(person: Person) => choose(person.id)}
          />
        </div>
      );
    }
    return (
      <ClockProvider start={status.now} zone={status.tenant?.timeZone ?? DEFAULT_ZONE}>
        <Shell
          status={status}
          people={people}
          apps={apps}
          persona={persona}
          choose={(person) => choose(person.id)}
          theme={theme}
          setTheme={(chosen) => {
            remember('theme', chosen);
            setTheme(chosen);
          }}
          framed={framed}
          setFramed={(chosen) => {
            remember('framed', chosen ? 'yes' : 'no');
            setFramed(chosen);
          }}
        />
      </ClockProvider>
    );
  }

  return (
    <FluentProvider theme={themes[theme]} style={FULL_HEIGHT}>
      <div className={styles.page}>{content()}</div>
    </FluentProvider>
  );
}

async function readSandbox() {
  const [status, people, apps] = await Promise.all([getStatus(), getPeople(), getApps()]);
  return { status, people, apps };
}

/** The theme of somebody who has not chosen one: as their computer is set. */
function preferredTheme(): ThemeName {
  if (window.matchMedia('(forced-colors: active)').matches) return 'contrast';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}
