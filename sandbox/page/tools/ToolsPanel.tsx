import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useDesk } from '../shell/desk.tsx';
import { CallsPanel } from './CallsPanel.tsx';
import { FaultsPanel } from './FaultsPanel.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    width: '480px',
    flexShrink: 0,
    minHeight: 0,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    // Beside a narrow page there is no room: then it lies over the page until it is closed.
    '@media (max-width: 1023px)': { position: 'absolute', inset: 0, width: 'auto', zIndex: 10, borderLeft: 'none' },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    height: '48px',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** What goes on behind Teams: each call of an app, and the faults it is to meet. */
export function ToolsPanel() {
  const styles = useStyles();
  const { tool, setTool } = useDesk();
  if (tool === undefined) return null;
  return (
    <aside className={styles.panel} aria-label="Calls and faults">
      <div className={styles.head}>
        <TabList selectedValue={tool} onTabSelect={(_, data) => setTool(data.value === 'faults' ? 'faults' : 'calls')}>
          <Tab value="calls">Calls</Tab>
          <Tab value="faults">Faults and limits</Tab>
        </TabList>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label="Close calls and faults"
          onClick={() => setTool(undefined)}
        />
      </div>
      {tool === 'calls' ? <CallsPanel /> : <FaultsPanel />}
    </aside>
  );
}
