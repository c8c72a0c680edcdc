import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeView, PlanView } from '@owls/policy';
import { useState } from 'react';
import { wallShortText } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { LoadingView } from '../shell/Loading.tsx';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { Problem } from '../shell/Problem.tsx';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { Section } from '../shell/Section.tsx';
import { AnswersAhead } from './AnswersAhead.tsx';
import { useNames, useRhythm } from './queries.ts';
import { usePlanTable } from './use-plan-table.ts';

const PAGE = 25;

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingHorizontalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** Which cadence was kept, who came, and who has answered for what is ahead. */
export function RhythmView({ view, me }: { view: PlanView; me: MeView }) {
  const styles = useStyles();
  const table = usePlanTable();
  const [page, setPage] = useState(0);
  const [people, setPeople] = useState(0);
  const { data, isPending, error, refetch } = useRhythm(view.year);
  const nameOf = useNames(me.may['people.read'] === true);
  if (isPending) return <LoadingView what="the rhythm of the year" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  const missedFirst = [...data.rhythms].sort((one, other) => other.missed.length - one.missed.length);
  const away = [...data.people].sort((one, other) => other.invited - other.attended - (one.invited - one.attended));
  return (
    <div className={styles.stack}>
      {missedFirst.length === 0 ? (
        <Empty title="No meeting of this year is over yet.">
          When meetings that stand in calendars are over, this shows which were held, from their minutes.
        </Empty>
      ) : (
        <Section
          title="Rhythm"
          about="Meetings that stood in calendars and are over, against those whose minutes say they were held."
        >
          <ScrollFrame label="Rhythm by kind of meeting">
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col" className={table.name}>
                    Meeting
                  </th>
                  <th scope="col" className={table.number}>
                    Held
                  </th>
                  <th scope="col" className={table.number}>
                    Longest gap, weeks
                  </th>
                  <th scope="col" className={table.words}>
                    Kept?
                  </th>
                </tr>
              </thead>
              <tbody>
                {pageOf(missedFirst, page, PAGE).map(
                  ({ kind, urn, cluster, title, held, promised, longestWeeks, promisedWeeks, says, missed }) => (
                    <tr key={`${kind}/${urn ?? cluster ?? ''}`}>
                      <th scope="row" className={table.name}>
                        {title}
                      </th>
                      <td className={table.number}>
                        {held} of {promised}
                      </td>
                      <td className={table.number}>
                        {longestWeeks}{' '}
                        {promisedWeeks > 0 && <span className={table.quiet}>(planned {promisedWeeks})</span>}
                      </td>
                      <td className={table.words}>
                        <Badge appearance="tint" color={missed.length === 0 ? 'success' : 'warning'}>
                          {missed.length === 0 ? 'Kept' : `${missed.length} missed`}
                        </Badge>{' '}
                        {missed.length > 0 && says}
                      </td>
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </ScrollFrame>
          <Pager page={page} size={PAGE} total={missedFirst.length} what="row" go={setPage} />
        </Section>
      )}
      <Section
        title="Who came"
        about={
          data.meetings.length === 0
            ? 'Nothing is minuted yet: who came is taken from the minutes.'
            : `${counted(data.meetings.length, 'meeting')} minuted, from ${wallShortText(data.meetings[0]?.start ?? '')} on.`
        }
      >
        {away.length > 0 && (
          <ScrollFrame label="Attendance by person">
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col" className={table.name}>
                    Person
                  </th>
                  <th scope="col" className={table.number}>
                    Came to
                  </th>
                  <th scope="col" className={table.number}>
                    Share
                  </th>
                </tr>
              </thead>
              <tbody>
                {pageOf(away, people, PAGE).map(({ person, invited, attended }) => (
                  <tr key={person}>
                    <th scope="row" className={table.name}>
                      {nameOf(person)}
                    </th>
                    <td className={table.number}>
                      {attended} of {invited}
                    </td>
                    <td className={table.number}>{Math.round((attended / Math.max(1, invited)) * 100)} %</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        )}
        <Pager page={people} size={PAGE} total={away.length} what="person" go={setPeople} />
        {away.length === 0 && data.meetings.length > 0 && <Text>Nobody was invited to them.</Text>}
      </Section>
      <AnswersAhead view={view} answers={data.answers} nameOf={nameOf} />
    </div>
  );
}
