import { Button, makeStyles, mergeClasses, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { StaticTab, TeamsApp } from '../control/answers.ts';
import { usePersona } from '../people/persona.tsx';
import { EmptyState } from '../shell/Notice.tsx';
import type { ThemeName } from '../shell/themes.ts';
import type { Go } from '../shell/usePlace.ts';
import type { TabSurroundings } from '../tab-host/host-context.ts';
import { TabFrame } from '../tab-host/TabFrame.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 },
  onPhone: { flexDirection: 'column' },
  stage: {
    display: 'grid',
    placeContent: 'center',
    justifyItems: 'center',
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minWidth: 0,
    padding: tokens.spacingHorizontalXL,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    color: tokens.colorNeutralForegroundInverted,
  },
  strip: { flexGrow: 0, gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM },
  panel: { display: 'flex', flexDirection: 'column', width: '320px', flexShrink: 0, minHeight: 0, minWidth: 0 },
  whole: { width: '100%', flexGrow: 1, flexShrink: 1 },
});

interface Beside {
  readonly app: TeamsApp;
  readonly tab: StaticTab;
}

/** A meeting that somebody joined: nothing is to be seen of it here but what apps show beside it. */
export function MeetingView({
  chatId,
  title,
  apps,
  tenant,
  theme,
  sessionId,
  isPhone,
  go,
  openLink,
}: {
  chatId: string;
  title: string | undefined;
  apps: readonly TeamsApp[];
  tenant: TabSurroundings['tenant'] | undefined;
  theme: ThemeName;
  sessionId: string;
  isPhone: boolean;
  go: Go;
  openLink: (url: string) => boolean;
}) {
  const styles = useStyles();
  const persona = usePersona();
  const beside = apps.flatMap(sidePanelsOf);
  const [chosen, setChosen] = useState<string>();
  const shown = beside.find((each) => keyOf(each) === chosen) ?? beside[0];
  return (
    <section className={mergeClasses(styles.view, isPhone && styles.onPhone)} aria-label={`Meeting ${title ?? ''}`}>
      <div className={mergeClasses(styles.stage, isPhone && styles.strip)}>
        <Text as="h2" size={isPhone ? 400 : 600} weight="semibold">
          {title ?? 'Meeting'}
        </Text>
        <Button onClick={() => go({ at: 'calendar' })}>Leave</Button>
      </div>
      <aside className={mergeClasses(styles.panel, isPhone && styles.whole)} aria-label="Side panel">
        {shown === undefined || tenant === undefined ? (
          <EmptyState title="No app is beside this meeting">
            An app is shown here if its manifest names the context meetingSidePanel for one of its tabs.
          </EmptyState>
        ) : (
          <>
            <TabList
              selectedValue={keyOf(shown)}
              onTabSelect={(_, data) => setChosen(String(data.value))}
              aria-label="Apps beside the meeting"
            >
              {beside.map((each) => (
                <Tab key={keyOf(each)} value={keyOf(each)}>
                  {each.app.manifest.name.short}
                </Tab>
              ))}
            </TabList>
            <TabFrame
              around={{
                ...{ persona, tenant, app: shown.app, tab: shown.tab, subPage: undefined, meetingChat: chatId },
                ...{ theme, sessionId, hostOrigin: window.location.origin },
              }}
              exits={{
                openLink,
                navigateToApp: ({ appId, pageId, subPageId }) => {
                  if (!apps.some((each) => each.manifest.id === appId)) return false;
                  go({ at: 'app', appId, ...(pageId && { tab: pageId }), ...(subPageId && { subPage: subPageId }) });
                  return true;
                },
                shareDeepLink: () => undefined,
              }}
            />
          </>
        )}
      </aside>
    </section>
  );
}

function sidePanelsOf(app: TeamsApp): readonly Beside[] {
  return (app.manifest.staticTabs ?? [])
    .filter(({ scopes, context }) => scopes?.includes('groupChat') && context?.includes('meetingSidePanel'))
    .map((tab) => ({ app, tab }));
}

const keyOf = ({ app, tab }: Beside): string => `${app.manifest.id} ${tab.entityId}`;
