import {
  Avatar,
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Color20Regular, Dismiss20Regular, Phone20Filled, Phone20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ClockMenu } from '../clock/ClockMenu.tsx';
import type { Person } from '../control/answers.ts';
import { PersonaPicker } from '../people/PersonaPicker.tsx';
import { type ThemeName, themeLabels, themeNamed } from './themes.ts';

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
  me: { minWidth: 0, padding: '2px 6px', gap: tokens.spacingHorizontalS, maxWidth: '260px' },
  who: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0, lineHeight: 1.2 },
  cut: { maxWidth: '190px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  soft: { color: tokens.colorNeutralForeground2 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  dialog: { width: 'min(920px, calc(100vw - 24px))', maxWidth: 'none', boxSizing: 'border-box' },
  people: { maxHeight: 'min(70vh, 640px)', padding: '2px' },
});

/** The head of the page: whose organisation, what time it is there, how it looks, who one is. */
export function Header({
  tenantName,
  people,
  persona,
  choose,
  theme,
  setTheme,
  framed,
  setFramed,
  isPhone,
}: {
  tenantName: string;
  people: readonly Person[];
  persona: Person;
  choose: (person: Person) => void;
  theme: ThemeName;
  setTheme: (theme: ThemeName) => void;
  /** Whether the page is shown in a phone's frame; undefined on a screen that is a phone's already. */
  framed: boolean | undefined;
  setFramed: (framed: boolean) => void;
  isPhone: boolean;
}) {
  const styles = useStyles();
  const frameLabel = framed ? 'Leave the phone frame' : 'Show as on a phone';
  return (
    <header className={styles.header}>
      <div className={styles.tenant}>
        <Text as="h1" weight="semibold" {...(isPhone ? { className: styles.unseen } : {})}>
          {tenantName}
        </Text>
      </div>
      <ClockMenu short={isPhone} />
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
      {framed === undefined ? null : (
        <Button
          appearance="subtle"
          className={styles.icon}
          icon={framed ? <Phone20Filled /> : <Phone20Regular />}
          aria-label={frameLabel}
          aria-pressed={framed}
          title={frameLabel}
          onClick={() => setFramed(!framed)}
        />
      )}
      <PersonaSwitch people={people} persona={persona} choose={choose} short={isPhone} />
    </header>
  );
}

function PersonaSwitch({
  people,
  persona,
  choose,
  short,
}: {
  people: readonly Person[];
  persona: Person;
  choose: (person: Person) => void;
  short: boolean;
}) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.me}>
          <Avatar name={persona.displayName} color="colorful" size={28} aria-hidden />
          {short ? (
            <span className={styles.unseen}>{persona.displayName}: switch person</span>
          ) : (
            <span className={styles.who}>
              <Text size={200} weight="semibold" className={styles.cut}>
                {persona.displayName}
              </Text>
              <Text size={100} className={`${styles.cut} ${styles.soft}`}>
                {persona.jobTitle ?? ''}
              </Text>
              <span className={styles.unseen}>Switch person</span>
            </span>
          )}
        </Button>
      </DialogTrigger>
      <DialogSurface className={styles.dialog}>
        <DialogBody>
          <DialogTitle
            action={
              <DialogTrigger action="close">
                <Button appearance="subtle" aria-label="Close" icon={<Dismiss20Regular />} />
              </DialogTrigger>
            }
          >
            Switch person
          </DialogTitle>
          <DialogContent className={styles.people}>
            <PersonaPicker
              people={people}
              current={persona.id}
              choose={(person) => {
                setOpen(false);
                choose(person);
              }}
            />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
