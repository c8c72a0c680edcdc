import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AcademicYearPolicy, MeView, TrustPolicy } from '@owls/policy';
import { ROLE_WORDS } from '../people/role-words.ts';
import { dateText, halfTermText } from '../shell/dates.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { PolicyTable } from './PolicyTable.tsx';
import { PolicyTopic } from './PolicyTopic.tsx';
import { useTrustPolicy } from './queries.ts';
import { TOPICS } from './topics.ts';
import { offsetText, rangeText, WEEKDAYS, yearsText } from './words.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 30rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
});

/** The trust's rules as the software follows them, to read. They are changed in the policy file. */
export default function Policy({ me }: { me: MeView }) {
  const styles = useStyles();
  const { data, isPending, error, refetch } = useTrustPolicy();
  if (isPending) return <LoadingView what="the policy" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  return (
    <>
      <Heading
        title="Policy"
        about={`How ${data.trust.name} works, as the software follows it. Dates and rules are changed in the trust's policy file.`}
        asOf={me.now}
      />
      <div className={styles.grid}>
        <TermDates policy={data} year={me.halfTerm?.year} />
        <Collection policy={data} />
        <Measures policy={data} />
        <Scale policy={data} />
        <MeetingRules policy={data} />
        {TOPICS.map((topic) => (
          <PolicyTopic key={topic.key} topic={topic} policy={data} />
        ))}
      </div>
    </>
  );
}

function TermDates({ policy, year }: { policy: TrustPolicy; year: string | undefined }) {
  const { years } = policy.calendar;
  const now = Math.max(
    0,
    years.findIndex((each) => each.year === year),
  );
  const past = years.slice(0, now);
  return (
    <Section title="Term dates">
      {years.slice(now).map((each) => (
        <YearDates key={each.year} given={each} />
      ))}
      {past.length > 0 && (
        <details>
          <summary>Earlier years</summary>
          {[...past].reverse().map((each) => (
            <YearDates key={each.year} given={each} />
          ))}
        </details>
      )}
    </Section>
  );
}

function YearDates({ given: { year, halfTerms, insetDays } }: { given: AcademicYearPolicy }) {
  return (
    <div>
      <PolicyTable
        caption={year}
        heads={['Half term', 'First to last school day']}
        rows={halfTerms.map(({ name, from, to }) => [
          halfTermText(`${year}/${name}`).split(',')[0] ?? name,
          rangeText(from, to),
        ])}
      />
      <Text size={200}>INSET days: {insetDays.length === 0 ? 'none' : insetDays.map(dateText).join(', ')}</Text>
    </div>
  );
}

function Collection({ policy: { soap, categorisation } }: { policy: TrustPolicy }) {
  const last = "the half term's last school day";
  return (
    <Section title="Each half term">
      <PolicyTable
        caption="SOAP returns"
        heads={['What', 'When']}
        rows={[
          ['Heads are asked', offsetText(soap.window.opens, last)],
          ...soap.reminders.map((offset): [string, string] => ['Reminder', offsetText(offset, 'the due date')]),
          ['Due', offsetText(soap.window.due, last)],
          ...soap.escalations.map((offset): [string, string] => [
            `Overdue ones to the ${ROLE_WORDS[offset.to]}`,
            offsetText(offset, 'the due date'),
          ]),
          ['Closes', offsetText(soap.window.closes, last)],
        ]}
      />
      <PolicyTable
        caption="Categories"
        heads={['What', 'When']}
        rows={[
          ['The round opens', offsetText(categorisation.round.opens, last)],
          ['Proposals due', offsetText(categorisation.round.proposalsDue, last)],
          ['Validations due', offsetText(categorisation.round.validationsDue, last)],
          ['Summary to the channel', offsetText(categorisation.round.summaryAt, last)],
        ]}
      />
      <Text>
        A change of more than {soap.plausibleJump} points since last time has to be explained. Figures of fewer than{' '}
        {soap.suppressBelow} pupils are hidden from other schools. From {soap.bands.strong}% a figure counts as strong,
        from {soap.bands.secure}% as secure, below that as of concern.
      </Text>
    </Section>
  );
}

function Measures({ policy: { soap } }: { policy: TrustPolicy }) {
  return (
    <Section title="What a SOAP asks">
      <PolicyTable
        caption="Measures"
        heads={['Measure', 'Asked of', 'In']}
        rows={soap.measures.map(({ name, years, unit }) => [
          name,
          years ? yearsText(years) : 'The whole school',
          unit === '%' ? 'per cent' : 'a count',
        ])}
      />
    </Section>
  );
}

function Scale({ policy: { categorisation } }: { policy: TrustPolicy }) {
  return (
    <Section title="Category scale">
      <PolicyTable
        caption="From best to worst"
        heads={['Code', 'Meaning', 'Support that follows']}
        rows={categorisation.scale.map(({ code, name, support }) => [code, name, support])}
      />
    </Section>
  );
}

function MeetingRules({ policy: { meetings } }: { policy: TrustPolicy }) {
  return (
    <Section title="Meetings">
      <PolicyTable
        caption="In term time"
        heads={['Meeting', 'When', 'Who']}
        rows={meetings.map(({ title, everyWeeks, weekday, time, minutes, chair, attendees }) => [
          title,
          `Every ${everyWeeks === 1 ? 'week' : `${everyWeeks} weeks`}, ${WEEKDAYS[weekday - 1]} ${time}, ${minutes} minutes`,
          `${ROLE_WORDS[chair]} in the chair; ${attendees.map((role) => ROLE_WORDS[role].toLowerCase()).join(', ')}`,
        ])}
      />
    </Section>
  );
}
