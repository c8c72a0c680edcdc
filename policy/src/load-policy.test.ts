import { describe, expect, test } from 'vitest';
import { editionsOf } from './editions/editions.ts';
import { loadPolicy, PolicyError } from './load-policy.ts';
import { OWLS } from './owls.ts';

/** The OWLS policy as a file would hold it, with one place changed: `calendar.years.0.year`, for example. */
function changed(place: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(OWLS));
  const path = place.split('.');
  const last = path.pop() ?? '';
  const at = path.reduce<unknown>((so, part) => Reflect.get(Object(so), part), copy);
  if (value === undefined) Reflect.deleteProperty(Object(at), last);
  else Reflect.set(Object(at), last, value);
  return copy;
}

function faults(data: unknown): readonly string[] {
  try {
    loadPolicy(data);
  } catch (error) {
    if (error instanceof PolicyError) return error.faults.map(({ place, says }) => `${place}: ${says}`);
    throw error;
  }
  return [];
}

describe("a trust's policy file", () => {
  test('holding the OWLS policy is the OWLS policy', () => {
    expect(loadPolicy(JSON.parse(JSON.stringify(OWLS)))).toEqual(OWLS);
  });

  test('that is no object is refused', () => {
    expect(faults(null)).toEqual(['the policy: must be an object with its parts.']);
    expect(faults('OWLS')).toEqual(['the policy: must be an object with its parts.']);
  });

  test.each([
    ['trust.name', '', 'trust.name: is empty: give it a text.'],
    ['trust.name', undefined, 'trust.name: is missing: it must be text.'],
    ['trust.timeZone', 'Europe/Leicester', 'trust.timeZone: must be a time zone that exists, such as Europe/London.'],
    ['trust.motto', 'Onward', 'trust: "motto" is not known here: check the spelling, or take it out.'],
    [
      'trust',
      { name: 'OWLS', shortName: 'OWLS', timeZone: 'Europe/London', motto: 'Onward', song: 'None' },
      'trust: "motto", "song" are not known here: check the spelling, or take it out.',
    ],
    ['trust', null, 'trust: must be an object with its parts.'],
    ['trust', 'OWLS', 'trust: must be an object with its parts.'],
    ['soap.groups.groups', [], 'soap.groups.groups: is empty: give at least one group, or leave "groups" out.'],
    ['soap.groups.groups', 'girls', 'soap.groups.groups: must be a list.'],
    ['soap.groups.measures', [], 'soap.groups.measures: is empty: name at least one measure.'],
    ['soap.groups.measures', 'maths', 'soap.groups.measures: must be a list of measure keys.'],
    ['soap.groups.required', 'yes', 'soap.groups.required: must be true or false.'],
    ['soap.groups.wholes', 'girls', 'soap.groups.wholes: must be a list; it can be empty.'],
    ['soap.groups.wholes.0', 'girls', 'soap.groups.wholes[0]: must be a list of group keys.'],
    [
      'soap.groups.wholes.0',
      ['girls'],
      'soap.groups.wholes[0]: must name two groups or more that together are all pupils.',
    ],
    ['soap.steps.3.groups', false, 'soap.steps[3].groups: must be true, or left out.'],
    ['soap', undefined, 'soap: is missing: it must be an object with its parts.'],
    ['calendar.years', [], 'calendar.years: is empty: give at least one academic year.'],
    [
      'calendar.years.2.halfTerms.1.to',
      '2026-12-32',
      'calendar.years[2].halfTerms[1].to: must be a date that exists, such as 2026-09-08.',
    ],
    [
      'calendar.years.2.halfTerms.1.to',
      '18.12.2026',
      'calendar.years[2].halfTerms[1].to: must be a date that exists, such as 2026-09-08.',
    ],
    [
      'calendar.bankHolidays.0',
      '+012026-12-25',
      'calendar.bankHolidays[0]: must be a date that exists, such as 2026-09-08.',
    ],
    [
      'calendar.bankHolidays.0',
      '2026-12-25[u-ca=gregory]',
      'calendar.bankHolidays[0]: must be a date that exists, such as 2026-09-08.',
    ],
    ['calendar.bankHolidays', 'none', 'calendar.bankHolidays: must be a list of dates; it can be empty.'],
    ['meetings.0.weekday', 6, 'meetings[0].weekday: must be 5 or less.'],
    ['meetings.0.everyWeeks', 1.5, 'meetings[0].everyWeeks: must be a whole number from 1 to 52.'],
    ['meetings.0.time', '2pm', 'meetings[0].time: must be a time such as 08:00.'],
    ['meetings.0.host', 'anywhere', 'meetings[0].host: must be "rotating", or an object with a place.'],
    ['soap.bands.strong', 120, 'soap.bands.strong: must be 100 or less.'],
    [
      'soap.measures.0.key',
      'Lesen & mehr',
      'soap.measures[0].key: must begin with a small letter and hold only letters, digits and hyphens.',
    ],
    [
      'soap.measures.0.years',
      ['Y14'],
      'soap.measures[0].years[0]: must be one of N, R, Y1, Y2, Y3, Y4, Y5, Y6, Y7, Y8, Y9, Y10, Y11, Y12, Y13.',
    ],
    ['categorisation.scale.0.ofsted', 5, 'categorisation.scale[0].ofsted: must be 1, 2, 3 or 4.'],
    [
      'categorisation.summary.nameSchools',
      'some',
      'categorisation.summary.nameSchools: must be "none", "moved" or "all".',
    ],
    ['access.roles.hed', {}, 'access.roles: "hed" is not known here: check the spelling, or take it out.'],
    [
      'access.roles.head',
      { 'soap.sign': 'held' },
      'access.roles.head: "soap.sign" is not known here: check the spelling, or take it out.',
    ],
    ['access.roles.head', { import: 'all' }, 'access.roles.head.import: must be one of none, held, trust.'],
    ['access.roles', [], 'access.roles: must be an object of roles.'],
    ['access.othersSee.0', 'names', 'access.othersSee[0]: must be one of figures, category, comment.'],
    ['access.othersSee', 'all', 'access.othersSee: must be a list of figures, category, comment; it can be empty.'],
  ])('%s as %s is named with what is right', (place, value, fault) => {
    expect(faults(changed(place, value))).toContain(fault);
  });

  test.each([
    [
      'calendar.years.0.year',
      '2024-26',
      'calendar.years[0].year: is 2024-26: the year that begins in 2024 is 2024-25.',
    ],
    [
      'calendar.years.1.year',
      '2024-25',
      'calendar.years[1].year: comes after 2024-25: put the years in order, each once.',
    ],
    [
      'calendar.years.2.halfTerms.1.to',
      '2026-10-20',
      'calendar.years[2].halfTerms[1].to: is 2026-10-20, before its first day 2026-10-26: give a later day.',
    ],
    [
      'calendar.years.2.halfTerms.1.from',
      '2026-10-16',
      'calendar.years[2].halfTerms[1].from: is 2026-10-16, but the half term before ends on 2026-10-16: give a later day.',
    ],
    [
      'calendar.years.3.halfTerms.0.from',
      '2027-07-01',
      'calendar.years[3].halfTerms[0].from: is 2027-07-01, but the half term before ends on 2027-07-09: give a later day.',
    ],
    ['calendar.years.0.halfTerms', [], 'calendar.years[0].halfTerms: are none: give at least one.'],
    ['meetings.1.kind', 'strategic', 'meetings[1].kind: strategic is there already: each must be another.'],
    ['soap.measures.1.key', 'reading', 'soap.measures[1].key: reading is there already: each must be another.'],
    ['soap.measures.0.max', 200, 'soap.measures[0].max: must be 100 or less for a percentage.'],
    [
      'soap.measures.4.within.0',
      'phonics',
      'soap.measures[4].within[0]: phonics is not asked of the same year groups as rwm: name measures of the same ones.',
    ],
    [
      'soap.steps.4.school.0',
      'reading',
      'soap.steps[4].school[0]: reading is no whole-school measure: name one of teachingGood, attendance, persistentAbsence, suspensions, behaviourIncidents, pastoral.',
    ],
    [
      'soap.steps.4.school.0',
      'reading',
      'soap.steps: never ask teachingGood: put it into a step, or take the measure out.',
    ],
    ['soap.steps.4.school.0', 'attendance', 'soap.steps: ask attendance twice: ask it in one step.'],
    ['soap.steps.0.years', ['Y1'], 'soap.steps: never ask R, which has measures: put it into a step.'],
    ['soap.steps.0.years', ['R', 'Y1'], 'soap.steps: ask Y1 twice: ask it in one step.'],
    ['soap.window.due.days', -20, 'soap.window.due: must come after "opens".'],
    ['soap.window.closes', { days: -9, at: '17:00' }, 'soap.window.closes: must come after "due".'],
    [
      'categorisation.round.validationsDue.days',
      -5,
      'categorisation.round.validationsDue: must come after "proposalsDue".',
    ],
    ['soap.bands.secure', 80, 'soap.bands.strong: must be above "secure": it is the higher band.'],
    [
      'categorisation.scale.10',
      { code: '4cc', ofsted: 4, heading: 'at risk', name: 'x', support: 'x' },
      "categorisation.scale[10]: 4cc can't be: no grade lies below 4 to slip to. Take it out.",
    ],
    [
      'categorisation.scale.10.heading',
      'better',
      'categorisation.scale: has no category of grade 4 that is in line: give each grade one.',
    ],
    ['categorisation.scale.1.code', '1a', 'categorisation.scale[1].code: 1a is there already: each must be another.'],
    [
      'categorisation.evidence.concern.mood',
      3,
      'categorisation.evidence.concern.mood: is no whole-school measure: name one of teachingGood, attendance, persistentAbsence, suspensions, behaviourIncidents, pastoral.',
    ],
  ])('whose %s contradicts the rest is refused', (place, value, fault) => {
    expect(faults(changed(place, value))).toContain(fault);
  });

  test('names everything that is wrong at once, in one readable message', () => {
    const broken = { ...OWLS, trust: { name: '', shortName: '', timeZone: 'UTC' } };
    expect(() => loadPolicy(broken)).toThrow(
      "The policy can't be used:\n- trust.name: is empty: give it a text.\n- trust.shortName: is empty: give it a text.",
    );
  });

  test('a policy that can’t be used says so by its name, so that nobody takes it for another error', () => {
    expect(new PolicyError([]).name).toBe('PolicyError');
  });
});

describe('a policy file with amendments', () => {
  const amendment = (from: string, change: unknown = {}) => ({ from, because: 'The board decided it.', change });
  const amended = (...amendments: readonly unknown[]) => ({ ...OWLS, amendments });

  test('is its first edition, and each amendment makes another of what stood before it', () => {
    const first = loadPolicy(
      amended(
        amendment('2026-10-26', { soap: { plausibleJump: 5 } }),
        amendment('2027-01-04', { soap: { suppressBelow: 7 } }),
      ),
    );
    expect(first).toEqual(OWLS);
    expect(editionsOf(first)).toEqual([
      { from: '', because: '', policy: OWLS },
      {
        from: '2026-10-26',
        because: 'The board decided it.',
        policy: { ...OWLS, soap: { ...OWLS.soap, plausibleJump: 5 } },
      },
      {
        from: '2027-01-04',
        because: 'The board decided it.',
        policy: { ...OWLS, soap: { ...OWLS.soap, plausibleJump: 5, suppressBelow: 7 } },
      },
    ]);
    expect(editionsOf(loadPolicy(amended()))).toHaveLength(1);
  });

  test.each([
    [
      [amendment('2027-01-04'), amendment('2027-01-04')],
      'amendments[1].from: must be later than 2027-01-04, the one before.',
    ],
    [
      [amendment('2027-01-04'), amendment('2026-10-26')],
      'amendments[1].from: must be later than 2027-01-04, the one before.',
    ],
    [
      [{ from: 'soon', because: 'x', change: {} }],
      'amendments[0].from: must be a date that exists, such as 2026-09-08.',
    ],
    [
      [amendment('2027-01-04'), amendment('2027-02-22', 7)],
      'amendments[1].change: must be an object with what differs.',
    ],
    [
      [amendment('2027-01-04', { soap: { plausibleJump: 200 } })],
      'amendments[0].change.soap.plausibleJump: must be 100 or less.',
    ],
    [
      [amendment('2027-01-04', { motto: 'Onward' })],
      'amendments[0].change: "motto" is not known here: check the spelling, or take it out.',
    ],
    [
      [amendment('2027-01-04', { soap: { bands: { strong: 10, secure: 60 } } })],
      'amendments[0].change.soap.bands.strong: must be above "secure": it is the higher band.',
    ],
  ])('%j: what is wrong is named by the amendment', (amendments, fault) => {
    expect(faults(amended(...amendments))).toEqual([fault]);
  });

  test('that are no list, or whose first member is none, are named as such', () => {
    expect(faults({ ...OWLS, amendments: 'none' })).toEqual(['amendments: must be a list of changes, oldest first.']);
    expect(faults({ ...OWLS, amendments: [7] })).toEqual(['amendments[0]: must be an object with its parts.']);
  });
});
