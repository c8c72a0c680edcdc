import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  Color20Regular,
  PlayCircle20Filled,
  PlayCircle20Regular,
  WrenchScrewdriver20Filled,
  WrenchScrewdriver20Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { ClockMenu } from '../clock/ClockMenu.tsx';
import { useDesk } from './desk.tsx';
import { themeLabels, themeNamed } from './themes.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    height: '48px',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    minWidth: 0,
  },
  tenant: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { minWidth: '32px' },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The head of the page: whose organisation, what time it is there, how it looks; what else there is to do stands in `children`. */
export function Header({
  tenantName,
  isPhone,
  children,
}: {
  tenantName: string;
  isPhone: boolean;
  children: ReactNode;
}) {
  const styles = useStyles();
  const { theme, setTheme, tool, setTool, player, setPlayer } = useDesk();
  const toolsLabel = tool === undefined ? 'Show calls and faults' : 'Hide calls and faults';
  const playerLabel = player ? 'Put the clock’s player away' : 'Play the clock';
  return (
    <header className={styles.header}>
      <div className={styles.tenant}>
        <Text as="h1" weight="semibold" {...(isPhone ? { className: styles.unseen } : {})}>
          {tenantName}
        </Text>
      </div>
      <ClockMenu short={isPhone} />
      <Button
        appearance="subtle"
        className={styles.icon}
        icon={player ? <PlayCircle20Filled /> : <PlayCircle20Regular />}
        aria-label={playerLabel}
        aria-pressed={player}
        title={playerLabel}
        onClick={() => setPlayer(!player)}
      />
      <Button
        appearance="subtle"
        className={styles.icon}
        icon={tool === undefined ? <WrenchScrewdriver20Regular /> : <WrenchScrewdriver20Filled />}
        aria-label={toolsLabel}
        aria-pressed={tool !== undefined}
        title={toolsLabel}
        onClick={() => setTool(tool === undefined ? 'calls' : undefined)}
      />
      <Menu
        checkedValues={{ theme: [theme] }}
        onCheckedValueChange={(_, data) => {
          const chosen = themeNamed(data.checkedItems[0] ?? null);
          if (chosen !== undefined) setTheme(chosen);
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            className={styles.icon}
            icon={<Color20Regular />}
            aria-label={`Theme: ${themeLabels[theme]}`}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {(['default', 'dark', 'contrast'] as const).map((name) => (
              <MenuItemRadio key={name} name="theme" value={name}>
                {themeLabels[name]}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {children}
    </header>
  );
}
