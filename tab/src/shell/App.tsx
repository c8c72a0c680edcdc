import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Host } from '../m365/host.ts';
import { placeInTeams } from '../m365/page-config.ts';
import { OutsideTeams } from '../m365/teams.ts';
import { createApi } from './api.ts';
import { ApiProvider } from './api-context.tsx';
import { CannotStart, OpenInTeams } from './BeforeStart.tsx';
import { DialogHost } from './DialogHost.tsx';
import { Frame } from './Frame.tsx';
import { Starting } from './Loading.tsx';
import { createQueries } from './queries.ts';
import { addressOf, readRoute } from './route.ts';
import { ThemedPage } from './ThemedPage.tsx';
import { firstTheme } from './theme.ts';
import { SayProvider } from './toasts.tsx';

type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'connected'; readonly host: Host }
  | { readonly state: 'outside' }
  | { readonly state: 'failed'; readonly why: string };

/** The whole tab: connects to Teams, follows its theme, and shows the frame once the host answers. */
export function App({
  connect,
  fetch,
  teamsTab,
}: {
  connect: () => Promise<Host>;
  fetch: typeof window.fetch;
  /** The tab's address within Teams, where it is known. */
  teamsTab?: string | undefined;
}) {
  const [connection, setConnection] = useState<Connection>({ state: 'connecting' });
  const [theme, setTheme] = useState(firstTheme);

  const start = useCallback(() => {
    setConnection({ state: 'connecting' });
    connect().then(
      (host) => {
        setTheme(host.theme);
        host.onTheme(setTheme);
        if (host.place && window.location.hash.length < 2) window.location.replace(addressOf(readRoute(host.place)));
        setConnection({ state: 'connected', host });
      },
      (why: unknown) => {
        setConnection(why instanceof OutsideTeams ? { state: 'outside' } : { state: 'failed', why: String(why) });
      },
    );
  }, [connect]);
  // Connecting happens once a page; a second connection would register the theme handler twice.
  useEffect(start, []);

  return <ThemedPage theme={theme}>{shown(connection, fetch, start, teamsTab)}</ThemedPage>;
}

function shown(
  connection: Connection,
  fetch: typeof window.fetch,
  again: () => void,
  teamsTab: string | undefined,
): ReactNode {
  switch (connection.state) {
    case 'connecting':
      return <Starting />;
    case 'outside':
      return <OpenInTeams link={teamsTab && placeInTeams(teamsTab, window.location.hash)} />;
    case 'failed':
      return <CannotStart why={connection.why} again={again} />;
    case 'connected':
      return <SignedIn host={connection.host} fetch={fetch} />;
  }
}

function SignedIn({ host, fetch }: { host: Host; fetch: typeof window.fetch }) {
  const api = useMemo(() => createApi({ token: () => host.token(), fetch }), [host, fetch]);
  const queries = useMemo(createQueries, []);
  return (
    <QueryClientProvider client={queries}>
      <ApiProvider value={api}>
        <SayProvider>
          <DialogHost>
            <Frame ready={() => host.ready()} inMeeting={host.inMeeting} chat={host.chat} />
          </DialogHost>
        </SayProvider>
      </ApiProvider>
    </QueryClientProvider>
  );
}
