import { makeStyles, Select, Tab, TabList, tokens } from '@fluentui/react-components';
import type { MeView, PlanView } from '@owls/policy';
import { PeerReviews } from '../peer-review/PeerReviews.tsx';
import { counted } from '../shell/figures.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf, MEETINGS_PARTS, type MeetingsPart } from '../shell/route.ts';
import { Calendars } from './Calendars.tsx';
import { Compare } from './Compare.tsx';
import { Plan } from './Plan.tsx';
import { usePlan } from './queries.ts';
import { RhythmView } from './RhythmView.tsx';
import { ToLookAt } from './ToLookAt.tsx';
import { listed } from './trouble-words.ts';

const useStyles = makeStyles({
  parts: { marginBottom: tokens.spacingVerticalL, flexWrap: 'wrap' },
});

/** The year's meetings: the plan, what is wrong with it, calendars, other years, and the rhythm kept. */
export default function Meetings({ year, part, me }: { year: string; part: MeetingsPart | undefined; me: MeView }) {
  const styles = useStyles();
  const { data, isPending, error, refetch } = usePlan(year);
  if (isPending) return <LoadingView what="the year's meetings" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  const go = (to: MeetingsPart | undefined, of = year) => {
    window.location.hash = addressOf({ view: 'meetings', year: of, ...(to ? { part: to } : {}) });
  };
  return (
    <>
      <Heading title={`Meetings ${data.year}`} about={aboutText(data)} asOf={data.asOf}>
        {data.years.length > 1 && (
          <Select aria-label="Academic year" value={year} onChange={(_, { value }) => go(part, value)}>
            {data.years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        )}
      </Heading>
      <TabList
        className={styles.parts}
        selectedValue={part ?? 'plan'}
        aria-label="Parts of the year's meetings"
        onTabSelect={(_, { value }) => go(MEETINGS_PARTS.find((one) => one === value))}
      >
        <Tab value="plan">Plan</Tab>
        {data.mayPlan && <Tab value="look">To look at ({wrongCount(data)})</Tab>}
        <Tab value="calendars">Calendars</Tab>
        {me.may['records.read'] && <Tab value="reviews">Peer reviews</Tab>}
        {data.mayPlan && <Tab value="compare">Compare</Tab>}
        {data.mayPlan && <Tab value="rhythm">Rhythm</Tab>}
      </TabList>
      {partOf(data, part, me)}
    </>
  );
}

function partOf(view: PlanView, part: MeetingsPart | undefined, me: MeView) {
  if (part === 'calendars') return <Calendars view={view} me={me} />;
  if (part === 'reviews') return <PeerReviews key={view.year} year={view.year} me={me} />;
  if (view.mayPlan && part === 'look') return <ToLookAt view={view} me={me} />;
  if (view.mayPlan && part === 'compare') return <Compare view={view} me={me} />;
  if (view.mayPlan && part === 'rhythm') return <RhythmView view={view} me={me} />;
  return <Plan view={view} me={me} />;
}

function wrongCount({ troubles, unplaced }: PlanView): number {
  return listed(troubles).length + unplaced.length;
}

function aboutText({ meetings, mayPlan }: PlanView): string {
  const inCalendars = meetings.filter(({ state }) => state === 'in calendars').length;
  const onTheirWay = meetings.filter(({ state }) => state === 'agreed').length;
  const whole = counted(meetings.length, 'meeting');
  if (!mayPlan) return `${whole} you are invited to`;
  return `${whole}, ${inCalendars} in calendars${onTheirWay > 0 ? `, ${onTheirWay} on the way there` : ''}`;
}
