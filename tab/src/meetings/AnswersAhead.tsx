import { Text } from '@fluentui/react-components';
import type { Attendance, MeetingAnswer, PlanView } from '@owls/policy';
import { useState } from 'react';
import { wallShortText } from '../shell/dates.ts';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { Section } from '../shell/Section.tsx';
import { usePlanTable } from './use-plan-table.ts';

const PAGE = 15;

/** What those invited have answered to what is ahead; those who can't come are named. */
export function AnswersAhead({
  view,
  answers,
  nameOf,
}: {
  view: PlanView;
  answers: Attendance['answers'];
  nameOf: (id: string) => string;
}) {
  const table = usePlanTable();
  const [page, setPage] = useState(0);
  const byKey = new Map(view.meetings.map((one) => [one.key, one]));
  const rows = answers.flatMap(({ key, answers: given }) => {
    const meeting = byKey.get(key);
    return meeting ? [{ meeting, given }] : [];
  });
  return (
    <Section
      title="Answers to what is ahead"
      {...(rows.length === 0 ? { about: 'Nobody has answered an invitation yet.' } : {})}
    >
      {rows.length > 0 && (
        <ScrollFrame label="Answers by meeting">
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col" className={table.name}>
                  Meeting
                </th>
                <th scope="col" className={table.number}>
                  Come
                </th>
                <th scope="col" className={table.number}>
                  Perhaps
                </th>
                <th scope="col" className={table.number}>
                  No answer
                </th>
                <th scope="col" className={table.words}>
                  Can't come
                </th>
              </tr>
            </thead>
            <tbody>
              {pageOf(rows, page, PAGE).map(({ meeting, given }) => (
                <tr key={meeting.key}>
                  <th scope="row" className={table.name}>
                    {meeting.title} <span className={table.quiet}>{wallShortText(meeting.start)}</span>
                  </th>
                  <td className={table.number}>{count(given, 'accepted')}</td>
                  <td className={table.number}>{count(given, 'tentative')}</td>
                  <td className={table.number}>{Math.max(0, meeting.attendees.length - given.length)}</td>
                  <td className={table.words}>
                    <Text size={200}>
                      {given
                        .filter(({ answer }) => answer === 'declined')
                        .map(({ person }) => nameOf(person))
                        .join(', ') || 'Nobody'}
                    </Text>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
      <Pager page={page} size={PAGE} total={rows.length} what="meeting" go={setPage} />
    </Section>
  );
}

function count(given: readonly MeetingAnswer[], answer: MeetingAnswer['answer']): number {
  return given.filter((one) => one.answer === answer).length;
}
