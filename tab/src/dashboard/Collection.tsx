import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { CollectionState, DashboardView } from '@owls/policy';
import { useEffect, useRef, useState } from 'react';
import { apartText, nearText } from '../shell/dates.ts';
import { addressOf } from '../shell/route.ts';
import { SchoolLink } from '../shell/SchoolLink.tsx';
import { Section } from '../shell/Section.tsx';
import { StateBadge } from '../soap/StateBadge.tsx';
import { countStates, inChaseOrder, STATE_WORDS } from './collection-order.ts';
import { type PartLook, Ring, Swatch } from './Ring.tsx';

const SHOWN_FIRST = 4;
const SHOWN_MORE = 40;

const useStyles = makeStyles({
  top: { display: 'flex', gap: tokens.spacingHorizontalXL, alignItems: 'center', flexWrap: 'wrap' },
  legend: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  key: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  who: { display: 'grid', minWidth: 0 },
  scroll: { maxHeight: '24rem', overflowY: 'auto' },
  more: { justifySelf: 'start' },
  link: { color: tokens.colorBrandForegroundLink, justifySelf: 'start' },
  words: { minWidth: '9rem', flexGrow: 1, flexBasis: '9rem', display: 'grid', gap: tokens.spacingVerticalS },
});

/** How each state looks in the ring and its legend. */
const LOOKS: Readonly<Record<CollectionState, PartLook>> = {
  returned: { colour: tokens.colorBrandBackground, look: 'full' },
  draft: { colour: tokens.colorBrandStroke1, look: 'half' },
  waiting: { colour: tokens.colorNeutralStrokeAccessible, look: 'thin' },
  'not yet open': { colour: tokens.colorNeutralStrokeAccessible, look: 'thin' },
  overdue: { colour: tokens.colorStatusDangerBackground3, look: 'hatched' },
};

/** How the collection stands: how many have returned, and who has not. */
export function Collection({
  given,
  now,
  className,
  wanted,
  mayLookAfter,
}: {
  given: DashboardView['collection'];
  now: string;
  className: string;
  /** A link asked for this very list: open it and go there. */
  wanted: boolean;
  /** Whether the reader may do something about it. */
  mayLookAfter: boolean;
}) {
  const styles = useStyles();
  const [all, setAll] = useState(wanted);
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!wanted) return;
    setAll(true);
    here.current?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  const owing = inChaseOrder(given.schools.filter((each) => each.state !== 'returned'));
  const listed = owing.slice(0, all ? SHOWN_MORE : SHOWN_FIRST);
  const unlisted = owing.length - listed.length;
  const counts = countStates(given.schools);
  return (
    <Section
      title="SOAP returns"
      aside={<Text className={styles.quiet}>{windowText(given, now)}</Text>}
      className={className}
    >
      <div className={styles.top} ref={here}>
        <Ring
          parts={[...counts].reverse().map(({ state, count }) => ({ key: state, count, ...LOOKS[state] }))}
          big={`${given.returned}`}
          small={`of ${given.total}`}
          says={`${given.returned} of ${given.total} schools have returned`}
        />
        <div className={styles.words}>
          <Text weight="semibold">
            {given.returned} of {given.total} returned
          </Text>
          <ul className={styles.legend}>
            {[...counts].reverse().map(({ state, count }) => (
              <li key={state} className={styles.key}>
                <Swatch {...LOOKS[state]} />
                <Text size={200}>
                  {STATE_WORDS[state]}: {count}
                </Text>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {owing.length > 0 && (
        <ul className={mergeClasses(styles.list, all && styles.scroll)}>
          {listed.map((school) => (
            <li key={school.urn} className={styles.row}>
              <div className={styles.who}>
                <SchoolLink urn={school.urn} name={school.name} />
                <Text size={200} className={styles.quiet}>
                  {school.head === '' ? 'No head in the list of people' : school.head}
                  {school.takenBack && ' · taken back'}
                  {school.reminders > 0 && ` · ${remindersText(school.reminders)}`}
                </Text>
              </div>
              <StateBadge state={school.state} />
            </li>
          ))}
        </ul>
      )}
      {(unlisted > 0 || all) && (
        <Button
          appearance="subtle"
          size="small"
          className={styles.more}
          onClick={() => setAll(!all)}
          aria-expanded={all}
        >
          {all
            ? 'Show fewer'
            : `Show ${Math.min(unlisted, SHOWN_MORE - SHOWN_FIRST)} more of ${owing.length} still owing`}
        </Button>
      )}
      {all && unlisted > 0 && (
        <Text size={200}>And {unlisted} more. The list of schools shows them all, with a search.</Text>
      )}
      {owing.length === 0 && <Text>Every school has returned its figures.</Text>}
      {mayLookAfter && (
        <a href={addressOf({ view: 'returns' })} className={styles.link}>
          Nudge, confirm, close the round
        </a>
      )}
    </Section>
  );
}

function remindersText(count: number): string {
  return count === 1 ? 'reminded once' : `reminded ${count} times`;
}

function windowText(given: DashboardView['collection'], now: string): string {
  const at = Date.parse(now);
  if (at < Date.parse(given.opens)) return `Opens ${nearText(given.opens)}`;
  if (at < Date.parse(given.due)) return `Due ${nearText(given.due)} (${apartText(now, given.due)})`;
  if (at < Date.parse(given.closes)) return `Was due ${nearText(given.due)}; closes ${nearText(given.closes)}`;
  return `Closed ${nearText(given.closes)}`;
}
