import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { TrustPolicy } from '@owls/policy';
import { ROLE_WORDS } from '../people/role-words.ts';
import { halfTermText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { PolicyTable } from './PolicyTable.tsx';
import { useTrustPolicy } from './queries.ts';
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
export default function Policy() {
  const styles = useStyles();
  const { data, isPending, error, refetch, dataUpdatedAt } = useTrustPolicy();
  if (isPending) return <LoadingView what="the policy" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  return (
    <>
      <Heading
        title="Policy"
        about={`How ${data.trust.name} works, as the software follows it. Dates and rules are changed in the trust's policy file.`}
        asOf={new Date(dataUpdatedAt).toISOString()}
      />
      <div className={styles.grid}>
        <TermDates policy={data} />
        <Collection policy={data} />
        <Measures policy={data} />
        <Scale policy={data} />
        <MeetingRules policy={data} />
      </div>
    </>
  );
}

function TermDates({ policy }: { policy: TrustPolicy }) {
  return (
    <Section title="Term dates">
      {[...policy.calendar.years].reverse().map(({ year, halfTerms, insetDays }) => (
        <div key={year}>
          <PolicyTable
            caption={year}
            heads={['Half term', 'First to last school day']}
            rows={halfTerms.map(({ name, from, to }) => [
              halfTermText(`${year}/${name}`).split(',')[0] ?? name,
              rangeText(from, to),
            ])}
          />
          <Text size={200}>{counted(insetDays.length, 'INSET day')}</Text>
        </div>
      ))}
    </Section>
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
