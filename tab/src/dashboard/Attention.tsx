import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import type { DashboardView } from '@owls/policy';
import { useState } from 'react';
import { addressOf, readRoute } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';

const SHOWN_FIRST = 5;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  link: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalS})`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  urgent: { color: tokens.colorStatusDangerForeground1 },
  soon: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
  good: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  goodIcon: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  icon: { fontSize: '20px', display: 'block' },
  more: { justifySelf: 'start' },
  words: { overflowWrap: 'anywhere' },
});

type Item = DashboardView['attention'][number];

const LEVELS = { urgent: 'Urgent', soon: 'Soon', info: 'For information' } as const;

/** Where to look, most urgent first; each line leads to the place where something can be done about it. */
export function Attention({ given }: { given: readonly Item[] }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? given : given.slice(0, SHOWN_FIRST);
  const hidden = given.length - shown.length;
  return (
    <Section title="Needs your attention">
      {given.length === 0 ? (
        <div className={styles.good}>
          <CheckmarkCircleRegular className={mergeClasses(styles.goodIcon, styles.icon)} aria-hidden />
          <Text>Nothing is waiting for you. Whatever falls due shows here first.</Text>
        </div>
      ) : (
        <ul className={styles.list}>
          {shown.map((item) => (
            <li key={`${item.to} ${item.says}`}>
              <a href={addressOf(readRoute(item.to))} className={styles.link}>
                <LevelIcon level={item.level} />
                <Text className={styles.words} weight={item.level === 'urgent' ? 'semibold' : 'regular'}>
                  {item.says}
                </Text>
                <ChevronRightRegular className={styles.info} aria-hidden />
              </a>
            </li>
          ))}
        </ul>
      )}
      {(hidden > 0 || all) && given.length > SHOWN_FIRST && (
        <Button
          appearance="subtle"
          size="small"
          className={styles.more}
          onClick={() => setAll(!all)}
          aria-expanded={all}
        >
          {all ? 'Show the most urgent only' : `Show ${hidden} more`}
        </Button>
      )}
    </Section>
  );
}

function LevelIcon({ level }: { level: Item['level'] }) {
  const styles = useStyles();
  const Icon = level === 'urgent' ? ErrorCircleFilled : level === 'soon' ? ClockRegular : InfoRegular;
  return (
    <span className={styles[level]}>
      <Icon className={styles.icon} role="img" aria-label={LEVELS[level]} />
    </span>
  );
}
