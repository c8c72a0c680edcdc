import { Button, FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { Person20Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState } from 'react';
import { ClockBar } from '../clock/ClockBar.tsx';
import { ClockProvider } from '../clock/useClock.tsx';
import type { Person } from '../control/answers.ts';
import { getApps, getPeople, getStatus } from '../control/control-api.ts';
import { useLiveEvent } from '../control/live.tsx';
import { useAnswer } from '../control/useAnswer.ts';
import { usePersonaChoice } from '../people/usePersonaChoice.ts';
import { WelcomePage } from '../people/WelcomePage.tsx';
import { firstPanes } from '../side/panes.ts';
import { AddPane, SideBySide } from '../side/SideBySide.tsx';
import { usePanes } from '../side/usePanes.ts';
import { ToolsPanel } from '../tools/ToolsPanel.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { DeskProvider } from './desk.tsx';
import { Header } from './Header.tsx';
import { ErrorState, Loading } from './Notice.tsx';
import { remember, remembered } from './remembered.ts';
import { Shell } from './Shell.tsx';
import { themes } from './themes.ts';
import { useTheme } from './useTheme.ts';

const useStyles = makeStyles({
  page: { display: 'flex', position: 'relative', height: '100%', backgroundColor: tokens.colorNeutralBackground4 },
  centre: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    color: tokens.colorNeutralForeground1,
  },
});

/** As a style, not a class: the provider gives its classes to every menu and tooltip, which would then cover the page. */
const FULL_HEIGHT = { height: '100%' };

/** Where a tenant gives no time zone of its own. */
const DEFAULT_ZONE = 'Europe/London';

/** The whole page: what the sandbox holds, the chosen theme and person or people, and then Teams. */
export function Page() {
  const styles = useStyles();
  const { theme, setTheme } = useTheme();
  const [framed, setFramed] = useState(() => remembered('framed') === 'yes' && window.innerWidth >= 640);
  const asked = useAnswer('sandbox', readSandbox);
  const { personaId, choose } = usePersonaChoice();
  const { panes, change } = usePanes();
  const isPane = new URLSearchParams(window.location.search).has('pane');
  useLiveEvent((event) => {
    if (event.type === 'tenant' || event.type === 'reconnected') asked.reload();
  });

  const persona = asked.data?.people.find((person) => person.id === personaId);
  useEffect(() => {
    document.title = persona === undefined ? 'Microsoft 365 sandbox' : `${persona.displayName} | Microsoft 365 sandbox`;
  }, [persona]);
  const frame = useCallback((chosen: boolean) => {
    remember('framed', chosen ? 'yes' : 'no');
    setFramed(chosen);
  }, []);

  function content() {
    if (asked.data === undefined) {
      return asked.error === undefined ? (
        <Loading what="the sandbox" />
      ) : (
        <ErrorState error={asked.error} retry={asked.reload} />
      );
    }
    const { status, people, apps } = asked.data;
    if (panes.length > 0 && !isPane) {
      return (
        <>
          <Header tenantName={status.tenant?.name ?? 'Microsoft 365 sandbox'} isPhone={false}>
            <AddPane panes={panes} people={people} change={change} />
            <Button appearance="subtle" icon={<Person20Regular />} onClick={() => change([])}>
              One person
            </Button>
          </Header>
          <ConnectionBanner />
          <SideBySide panes={panes} people={people} change={change} />
        </>
      );
    }
    if (persona === undefined) {
      return (
        <WelcomePage tenantName={status.tenant?.name} people={people} choose={(person: Person) => choose(person.id)} />
      );
    }
    return (
      <Shell
        status={status}
        people={people}
        apps={apps}
        persona={persona}
        choose={(person) => choose(person.id)}
        framed={framed && !isPane}
        setFramed={frame}
        beside={() => change(firstPanes(persona.id, people))}
        isPane={isPane}
      />
    );
  }

  const status = asked.data?.status;
  const main = (
    <div className={styles.centre}>
      {content()}
      {status === undefined || isPane ? null : <ClockBar />}
    </div>
  );
  return (
    <FluentProvider theme={themes[theme]} style={FULL_HEIGHT}>
      <DeskProvider theme={theme} setTheme={setTheme}>
        <div className={styles.page}>
          {status === undefined ? (
            main
          ) : (
            <ClockProvider start={status.now} zone={status.tenant?.timeZone ?? DEFAULT_ZONE}>
              {main}
              {isPane ? null : <ToolsPanel />}
            </ClockProvider>
          )}
        </div>
      </DeskProvider>
    </FluentProvider>
  );
}

async function readSandbox() {
  const [status, people, apps] = await Promise.all([getStatus(), getPeople(), getApps()]);
  return { status, people, apps };
}
