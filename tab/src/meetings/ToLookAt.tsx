import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeView, PlanView, Trouble } from '@owls/policy';
import { useState } from 'react';
import { wallShortText, wallTimeText } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { Section } from '../shell/Section.tsx';
import { Sheet } from '../shell/Sheet.tsx';
import { MoveTo } from './MoveTo.tsx';
import { useNames } from './queries.ts';
import { type ListedTrouble, listed, TO_DO, TROUBLE_WORDS } from './trouble-words.ts';

const PAGE = 25;

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingHorizontalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    flexBasis: '20rem',
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What is wrong with the plan, with the rule and what to do; and the meetings for which there was no slot. */
export function ToLookAt({ view, me }: { view: PlanView; me: MeView }) {
  const styles = useStyles();
  const [page, setPage] = useState(0);
  const [unplacedPage, setUnplacedPage] = useState(0);
  const [moving, setMoving] = useState<string>();
  const nameOf = useNames(me.may['people.read'] === true);
  const byKey = new Map(view.meetings.map((one) => [one.key, one]));
  const once = listed(view.troubles);
  const movingMeeting = moving === undefined ? undefined : byKey.get(moving);
  if (once.length === 0 && view.unplaced.length === 0) {
    return (
      <Empty title="Nothing clashes, and everything has its slot.">
        Meetings that share people, days off, hosts that have left and people without a mailbox would be here, each with
        what to do.
      </Empty>
    );
  }
  return (
    <div className={styles.stack}>
      {once.length > 0 && (
        <Section title="To put right" about={kindsText(once)}>
          <ul className={styles.list}>
            {pageOf(once, page, PAGE).map((trouble) => {
              const meeting = byKey.get(trouble.key);
              if (meeting === undefined) return null;
              return (
                <li key={`${trouble.key}/${trouble.kind}/${trouble.with ?? ''}`} className={styles.row}>
                  <div className={styles.words}>
                    <Text weight="semibold">
                      {trouble.kind === 'no mailbox' ? counted(trouble.keys.length, 'meeting') : meeting.title}
                    </Text>
                    <Text size={200} className={styles.quiet}>
                      {trouble.keys.length > 1 && 'from '}
                      {wallShortText(meeting.start)}, {wallTimeText(meeting.start)} to {wallTimeText(meeting.end)}
                    </Text>
                    <Text>
                      {trouble.says}
                      {trouble.with && trouble.people.length > 0 && ` ${whoText(trouble, nameOf)}`}
                    </Text>
                    <Text size={200} className={styles.quiet}>
                      {TO_DO[trouble.kind]} ({trouble.rule})
                    </Text>
                  </div>
                  {trouble.kind !== 'no mailbox' && trouble.kind !== 'nobody' && (
                    <Button aria-label={`Move to… ${meeting.title}`} onClick={() => setMoving(meeting.key)}>
                      Move to…
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
          <Pager page={page} size={PAGE} total={once.length} what="thing" go={setPage} />
        </Section>
      )}
      {view.unplaced.length > 0 && (
        <Section
          title="Without a slot"
          about="The policy asks for these, and no time was found for them. Nothing of them goes into calendars."
          aside={<Text size={200}>{counted(view.unplaced.length, 'meeting')}</Text>}
        >
          <ul className={styles.list}>
            {pageOf(view.unplaced, unplacedPage, PAGE).map(({ key, title, why }) => (
              <li key={key} className={styles.row}>
                <div className={styles.words}>
                  <Text weight="semibold">{title}</Text>
                  <Text>{why.because.at(-1)}</Text>
                  <Text size={200} className={styles.quiet}>
                    {why.wouldChange} ({why.rule})
                  </Text>
                </div>
                {me.may['policy.read'] && <Link href="#/policy">Open the policy</Link>}
              </li>
            ))}
          </ul>
          <Pager page={unplacedPage} size={PAGE} total={view.unplaced.length} what="meeting" go={setUnplacedPage} />
        </Section>
      )}
      {movingMeeting && (
        <Sheet title={`Move ${movingMeeting.title}`} close={() => setMoving(undefined)}>
          <MoveTo view={view} meeting={movingMeeting} nameOf={nameOf} done={() => setMoving(undefined)} />
        </Sheet>
      )}
    </div>
  );
}

function kindsText(troubles: readonly ListedTrouble[]): string {
  const counts = new Map<Trouble['kind'], number>();
  for (const { kind } of troubles) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${TROUBLE_WORDS[kind]}: ${count}`).join(' · ');
}

function whoText({ people }: Trouble, nameOf: (id: string) => string): string {
  const named = people.slice(0, 4).map(nameOf).join(', ');
  return `It is about ${named}${people.length > 4 ? ` and ${people.length - 4} more` : ''}.`;
}
