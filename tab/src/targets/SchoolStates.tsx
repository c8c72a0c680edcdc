import { Badge, makeStyles, ProgressBar, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import type { SchoolTargetsState } from '@owls/policy';
import { useState } from 'react';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { stateText, WAITING_WORDS, type Waiting, waitingOf } from './state-words.ts';

const PAGE = 25;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  tabs: { flexWrap: 'wrap', margin: `0 calc(-1 * ${tokens.spacingHorizontalM})` },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.6fr) minmax(0, 2fr) 7rem',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  name: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  standing: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    '@media (max-width: 640px)': { gridColumn: '1 / -1', gridRow: 2 },
  },
  badge: { justifySelf: 'end' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const LOOKS = {
  'to propose': { appearance: 'outline', color: 'informative' },
  'to answer': { appearance: 'tint', color: 'brand' },
  'to sign off': { appearance: 'tint', color: 'brand' },
  done: { appearance: 'tint', color: 'success' },
} as const;
const ORDER = ['to answer', 'to sign off', 'to propose', 'done'] as const;

/** Each school with how far its targets are. */
export function SchoolStates({ year, schools }: { year: string; schools: readonly SchoolTargetsState[] }) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<Waiting | 'all'>('all');
  const [page, setPage] = useState(0);
  const rows = schools.filter((school) => chosen === 'all' || waitingOf(school) === chosen);
  return (
    <Section title="Schools">
      {schools.length > 1 && (
        <TabList
          className={styles.tabs}
          selectedValue={chosen}
          onTabSelect={(_, { value }) => {
            setChosen(ORDER.find((one) => one === value) ?? 'all');
            setPage(0);
          }}
        >
          <Tab value="all">All ({schools.length})</Tab>
          {ORDER.map((one) => (
            <Tab key={one} value={one}>
              {WAITING_WORDS[one]} ({schools.filter((school) => waitingOf(school) === one).length})
            </Tab>
          ))}
        </TabList>
      )}
      {rows.length === 0 ? (
        <Text>No school stands here now.</Text>
      ) : (
        <ul className={styles.list}>
          {pageOf(rows, page, PAGE).map((school) => (
            <SchoolRow key={school.urn} school={school} year={year} />
          ))}
        </ul>
      )}
      <Pager page={page} size={PAGE} total={rows.length} what="school" go={setPage} />
    </Section>
  );
}

function SchoolRow({ school, year }: { school: SchoolTargetsState; year: string }) {
  const styles = useStyles();
  const waiting = waitingOf(school);
  return (
    <li className={styles.row}>
      <a href={addressOf({ view: 'targets', year, urn: school.urn })} className={styles.name}>
        {school.name}
      </a>
      <div className={styles.standing}>
        <ProgressBar
          value={school.of === 0 ? 0 : school.signedOff / school.of}
          aria-label={`Signed-off targets of ${school.name}`}
          {...(waiting === 'done' ? { color: 'success' as const } : {})}
        />
        <Text size={200} className={styles.quiet}>
          {stateText(school)}
        </Text>
      </div>
      <Badge className={styles.badge} {...LOOKS[waiting]}>
        {WAITING_WORDS[waiting]}
      </Badge>
    </li>
  );
}
