import { describe, expect, test } from 'vitest';
import { CEDAR, DALE } from '../examples/trust.examples.ts';
import { planned, YEAR } from './gatherings.examples.ts';

describe('the autumn term of the made-up trust', () => {
  test('has each meeting on its day, led and hosted as the policy asks', () => {
    const said = planned()
      .filter(({ start }) => start < '2027-01-01')
      .map(({ start, key, host = '-', attendees }) => `${start} ${key} ${host} ${attendees.join(' ')}`);
    expect(said).toEqual([
      '2026-08-19T09:30 development/2026-27 - p-ceo p-ash p-brook p-two',
      '2026-09-08T09:30 head-and-ceo/2026-27/autumn/100001 100001 p-ceo p-ash',
      '2026-09-09T09:00 improvement-team/2026-27/1 - p-ceo p-leader p-north p-south',
      '2026-09-14T15:30 network-curriculum/2026-27/autumn 100001 p-ceo',
      '2026-09-22T15:30 moderation-year-groups/2026-27/autumn/North 100001 p-north',
      '2026-09-23T09:00 improvement-team/2026-27/2 - p-ceo p-leader p-north p-south',
      '2026-09-23T15:30 network-senco/2026-27/autumn 100002 p-ceo',
      '2026-09-24T16:30 strategy-group/2026-27/autumn - p-chair p-ash p-brook p-two',
      '2026-10-01T13:30 school-review/2026-27/autumn-1/100004/1 100004 p-south p-two',
      '2026-10-05T15:30 network-safeguarding/2026-27/autumn 100003 p-ceo',
      '2026-10-06T09:30 head-and-ceo/2026-27/autumn/100002 100002 p-ceo p-brook',
      '2026-10-07T09:00 improvement-team/2026-27/3 - p-ceo p-leader p-north p-south',
      '2026-10-07T13:30 school-review/2026-27/autumn-1/100001/1 100001 p-north p-ash',
      '2026-10-07T17:30 governor-training/2026-27/autumn - p-ceo',
      '2026-10-09T13:30 school-review/2026-27/autumn-1/100002/1 100002 p-north p-brook',
      '2026-10-12T13:30 school-review/2026-27/autumn-1/100003/1 100003 p-south p-two',
      '2026-10-14T13:30 school-review/2026-27/autumn-1/100004/2 100004 p-south p-two',
      '2026-10-14T15:30 network-looked-after/2026-27/autumn 100004 p-ceo',
      '2026-10-27T17:30 governors/2026-27/autumn/100004 100004 p-ceo p-two',
      '2026-10-28T09:00 improvement-team/2026-27/4 - p-ceo p-leader p-north p-south',
      '2026-10-28T15:30 network-ceo/2026-27/autumn - p-ceo',
      '2026-11-02T15:30 moderation-core/2026-27/autumn 100001 p-ceo',
      '2026-11-05T16:30 management-group/2026-27/autumn - p-chair p-ash p-brook p-two',
      '2026-11-09T09:30 head-and-ceo/2026-27/autumn/100003 100003 p-ceo p-two',
      '2026-11-11T09:00 improvement-team/2026-27/5 - p-ceo p-leader p-north p-south',
      '2026-11-11T15:30 network-attendance/2026-27/autumn 100002 p-ceo',
      '2026-11-24T15:30 moderation-year-groups/2026-27/autumn/South 100003 p-south',
      '2026-11-24T16:30 standards-and-risk/2026-27/autumn - p-chair p-ceo',
      '2026-11-25T09:00 improvement-team/2026-27/6 - p-ceo p-leader p-north p-south',
      '2026-12-03T13:30 school-review/2026-27/autumn-2/100004/1 100004 p-south p-two',
      '2026-12-07T09:30 head-and-ceo/2026-27/autumn/100004 100004 p-ceo p-two',
      '2026-12-09T09:00 improvement-team/2026-27/7 - p-ceo p-leader p-north p-south',
      '2026-12-09T13:30 school-review/2026-27/autumn-2/100001/1 100001 p-north p-ash',
      '2026-12-09T17:00 board/2026-27/autumn - p-chair p-ceo',
      '2026-12-11T13:30 school-review/2026-27/autumn-2/100002/1 100002 p-north p-brook',
      '2026-12-14T13:30 school-review/2026-27/autumn-2/100003/1 100003 p-south p-two',
      '2026-12-16T13:30 school-review/2026-27/autumn-2/100004/2 100004 p-south p-two',
    ]);
  });

  const wouldChange = 'Change its rhythm, weekday or time in the policy, or move it in the calendar.';
  const found = (key: string) => planned().find((one) => one.key === key);

  test('M8, M11: a school’s meeting says whose it is, where it is and why', () => {
    expect(found('school-review/2026-27/autumn-1/100004/2')).toStrictEqual({
      key: 'school-review/2026-27/autumn-1/100004/2',
      kind: 'school-review',
      rule: 'M8',
      year: YEAR,
      number: 2,
      title: "Head's meeting with the school: Dale Village Primary School",
      start: '2026-10-14T13:30',
      end: '2026-10-14T14:30',
      urn: DALE.urn,
      host: DALE.urn,
      place: DALE.name,
      attendees: ['p-south', 'p-two'],
      sentBySchools: [],
      reminderMinutes: 1440,
      agenda: [
        'Whether the figures of the return are right',
        'The category the school should have',
        'What to develop next',
      ],
      why: {
        rule: 'M8',
        because: ['Dale Village Primary School has Ofsted grade 3. The policy makes that 2 a half term.'],
        wouldChange,
      },
    });
    expect(found('governors/2026-27/spring/100004')).toMatchObject({
      number: 2,
      recorder: 'p-ceo',
      why: {
        rule: 'M11',
        because: [
          'Dale Village Primary School has Ofsted grade 3.',
          'The policy asks for the trust at its governor meetings.',
          'Nobody is on record to chair it (governor chair).',
          'Nobody is on record as governor chair for it.',
        ],
        wouldChange,
      },
    });
  });

  test('M10: a cluster’s meeting says which cluster it is of, and whom each school sends', () => {
    expect(found('moderation-year-groups/2026-27/summer/South')).toStrictEqual({
      key: 'moderation-year-groups/2026-27/summer/South',
      kind: 'moderation-year-groups',
      rule: 'M10',
      year: YEAR,
      number: 3,
      title: 'Moderation by year group: South',
      start: '2027-06-22T15:30',
      end: '2027-06-22T17:00',
      cluster: 'South',
      host: CEDAR.urn,
      place: CEDAR.name,
      attendees: ['p-south'],
      sentBySchools: ['Year group teachers'],
      reminderMinutes: 1440,
      agenda: ['Moderation of work in the core subjects', 'What helped pupils get there'],
      why: {
        rule: 'M10',
        because: ["It is held once a term in each cluster; this is South's."],
        wouldChange,
      },
    });
  });

  test('M6, M7, M9, M12: the others say how often they are held, and what moved them', () => {
    const reasons = (key: string) => found(key)?.why.because;
    expect(reasons('development/2026-27')).toEqual(['It is held once, in the summer break before 2026-27.']);
    expect(reasons('head-and-ceo/2026-27/autumn/100001')).toEqual(['Every school has it once a term.']);
    expect(reasons('head-and-ceo/2026-27/summer/100003')).toEqual([
      'Every school has it once a term.',
      'Somebody invited is not free on 2027-06-09 at 09:30, so it moved.',
    ]);
    expect(reasons('improvement-team/2026-27/3')).toEqual([
      'It is held every 2 weeks in term time.',
      'Nobody is on record as central team for it.',
    ]);
    expect(reasons('board/2026-27/autumn')).toEqual(['It is held once a term, about 90% through it.']);
    expect(found('board/2026-27/autumn')).not.toHaveProperty('host');
    expect(found('board/2026-27/summer')?.number).toBe(3);
    expect(found('network-ceo/2026-27/autumn')).toEqual({
      agenda: ['Good practice to share'],
      attendees: ['p-ceo'],
      end: '2026-10-28T17:00',
      key: 'network-ceo/2026-27/autumn',
      kind: 'network-ceo',
      number: 1,
      place: 'Partnership, online',
      reminderMinutes: 1440,
      rule: 'M10',
      sentBySchools: [],
      start: '2026-10-28T15:30',
      title: 'CEO network',
      why: {
        because: ['It is held once a term, about 50% through it.'],
        rule: 'M10',
        wouldChange: 'Change its rhythm, weekday or time in the policy, or move it in the calendar.',
      },
      year: '2026-27',
    });
  });
});
