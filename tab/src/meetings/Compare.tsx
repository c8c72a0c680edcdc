import { makeStyles, mergeClasses, ProgressBar, Select, Text, tokens } from '@fluentui/react-components';
import type { MeView, PlansCompared, PlanView } from '@owls/policy';
import { useState } from 'react';
import { Empty } from '../shell/Empty.tsx';
import { changeWords, counted, figureText } from '../shell/figures.ts';
import { Problem } from '../shell/Problem.tsx';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { Section } from '../shell/Section.tsx';
import { Hosts } from './Hosts.tsx';
import { useAgainst, useNames } from './queries.ts';
import { usePlanTable } from './use-plan-table.ts';

const MOST_PEOPLE = 20;

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingHorizontalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { maxWidth: '14rem' },
});

/** This year's plan held against another year's: by kind, by person, in all; and how hosting is shared out. */
export function Compare({ view, me }: { view: PlanView; me: MeView }) {
  const styles = useStyles();
  const others = view.years.filter((one) => one !== view.year);
  const before = others.filter((one) => one < view.year).at(-1) ?? others[0] ?? '';
  const [other, setOther] = useState(before);
  const { data, isPending, error, refetch } = useAgainst(view.year, other);
  const nameOf = useNames(me.may['people.read'] === true);
  return (
    <div className={styles.stack}>
      {others.length === 0 ? (
        <Empty title="There is no other year to compare with.">Term dates of other years are part of the policy.</Empty>
      ) : (
        <Section
          title={`Against ${other}`}
          about="What the policy and the people of today would make of both years, with every move."
          aside={
            <Select
              aria-label="Year to compare with"
              className={styles.select}
              value={other}
              onChange={(_, { value }) => setOther(value)}
            >
              {others.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          }
        >
          {isPending && <ProgressBar aria-label="Planning the other year" />}
          {error && <Problem problem={error} again={() => refetch()} />}
          {data && <Compared data={data} year={view.year} other={other} nameOf={nameOf} />}
        </Section>
      )}
      <Hosts view={view} />
    </div>
  );
}

function Compared({
  data,
  year,
  other,
  nameOf,
}: {
  data: PlansCompared;
  year: string;
  other: string;
  nameOf: (id: string) => string;
}) {
  const table = usePlanTable();
  const rows = (all: readonly { name: string; before: PlansCompared['before']; after: PlansCompared['after'] }[]) =>
    all.map(({ name, before, after }) => (
      <tr key={name}>
        <th scope="row" className={table.name}>
          {name}
        </th>
        <td className={table.number}>{before.meetings}</td>
        <td className={table.number}>{after.meetings}</td>
        <td className={table.number}>{figureText(before.hours)}</td>
        <td className={table.number}>{figureText(after.hours)}</td>
        <td className={mergeClasses(table.number, table.quiet)}>{changeWords(after.hours - before.hours)}</td>
      </tr>
    ));
  const head = (what: string) => (
    <thead>
      <tr>
        <th scope="col" className={table.name}>
          {what}
        </th>
        <th scope="col" className={table.number}>
          Meetings {other}
        </th>
        <th scope="col" className={table.number}>
          {year}
        </th>
        <th scope="col" className={table.number}>
          Hours {other}
        </th>
        <th scope="col" className={table.number}>
          {year}
        </th>
        <th scope="col" className={table.number}>
          Change in hours
        </th>
      </tr>
    </thead>
  );
  return (
    <>
      <Text role="status">
        {counted(data.after.meetings, 'meeting')} of {figureText(data.after.hours)} hours in {year}, against{' '}
        {data.before.meetings} of {figureText(data.before.hours)} hours in {other}.
      </Text>
      <ScrollFrame label="By kind of meeting">
        <table className={table.table}>
          {head('Kind')}
          <tbody>{rows(data.kinds.map(({ title, before, after }) => ({ name: title, before, after })))}</tbody>
        </table>
      </ScrollFrame>
      <Text weight="semibold" as="h3">
        People whose hours change most
      </Text>
      <ScrollFrame label="By person">
        <table className={table.table}>
          {head('Person')}
          <tbody>
            {rows(
              data.people
                .slice(0, MOST_PEOPLE)
                .map(({ person, before, after }) => ({ name: nameOf(person), before, after })),
            )}
          </tbody>
        </table>
      </ScrollFrame>
    </>
  );
}
