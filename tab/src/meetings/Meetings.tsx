import { makeStyles, Select, Switch, Text, tokens } from '@fluentui/react-components';
import type { MeetingsView, MeView } from '@owls/policy';
import { useState } from 'react';
import { londonWall } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { MeetingRow } from './MeetingRow.tsx';
import { PutIntoCalendars } from './PutIntoCalendars.tsx';
import { useMeetings } from './queries.ts';
import { byMonth, entriesOf, progressOf } from './year-plan.ts';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    alignItems: 'center',
    margin: `${tokens.spacingVerticalL} 0`,
  },
  months: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 34rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
});

/** The year's meetings month by month: what the policy plans and what stands in calendars. */
export default function Meetings({ year, me }: { year: string; me: MeView }) {
  const { data, isPending, error, refetch } = useMeetings(year);
  if (isPending) return <LoadingView what="the year's meetings" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  return <YearPlan view={data} me={me} />;
}

function YearPlan({ view, me }: { view: MeetingsView; me: MeView }) {
  const styles = useStyles();
  const [kind, setKind] = useState('');
  const [past, setPast] = useState(false);
  const [mine, setMine] = useState(false);
  const entries = entriesOf(view);
  const now = londonWall(view.asOf);
  const shown = entries.filter(
    ({ meeting }) =>
      (kind === '' || meeting.kind === kind) &&
      (past || meeting.end >= now) &&
      (!mine || meeting.attendees.includes(me.person.id)),
  );
  const hiddenPast = entries.filter(({ meeting }) => meeting.end < now).length;
  return (
    <>
      <Heading title={`Meetings ${view.year}`} about={rhythmText(view)} asOf={view.asOf} />
      {view.mayPlan && <PutIntoCalendars year={view.year} progress={progressOf(entries)} />}
      {entries.length === 0 ? (
        <Empty title="Nothing is planned for this year.">
          Meetings follow from the policy's rhythm and the people in their roles. As soon as both are there, the plan is
          too.
        </Empty>
      ) : (
        <>
          <div className={styles.tools}>
            <Select aria-label="Kind of meeting" value={kind} onChange={(_, { value }) => setKind(value)}>
              <option value="">All meetings</option>
              {view.kinds.map((each) => (
                <option key={each.kind} value={each.kind}>
                  {each.title}
                </option>
              ))}
            </Select>
            <Switch label="Only mine" checked={mine} onChange={(_, { checked }) => setMine(checked)} />
            {hiddenPast > 0 && (
              <Switch
                label={`Past ones too (${hiddenPast})`}
                checked={past}
                onChange={(_, { checked }) => setPast(checked)}
              />
            )}
          </div>
          {shown.length === 0 && <Text>No meeting fits what you chose above.</Text>}
          <div className={styles.months}>
            {byMonth(shown).map(({ month, entries: its }) => (
              <Section key={month} title={month} aside={<Text size={200}>{counted(its.length, 'meeting')}</Text>}>
                <ul className={styles.list}>
                  {its.map((entry) => (
                    <MeetingRow key={entry.meeting.key} entry={entry} now={now} />
                  ))}
                </ul>
              </Section>
            ))}
          </div>
        </>
      )}
    </>
  );
}

function rhythmText({ kinds }: MeetingsView): string {
  return kinds
    .map(({ title, everyWeeks }) => `${title} ${everyWeeks === 1 ? 'every week' : `every ${everyWeeks} weeks`}`)
    .join(', ');
}
