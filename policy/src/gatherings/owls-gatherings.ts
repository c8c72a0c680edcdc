import type { GatheringDefinition, GatheringsPolicy } from './gatherings-policy.ts';

/**
 * OWLS's meetings beside the cadence of heads (M6-M12). The strategy gives which meetings there are, who takes part and
 * how often; weekdays, times of day, lengths and places are assumptions of this product, for the trust to change.
 * Minutes are minutes, times wall-clock, reminders minutes before the start.
 */
const DAY_BEFORE = 1440;
const OFFICE = { place: 'Trust office and online' };
const BOARD_ROOM = { place: 'Trust office' };
const none = { sentBySchools: [], guests: [], reminderMinutes: DAY_BEFORE };

const network = (kind: string, title: string, sent: string, through: number): GatheringDefinition => ({
  ...none,
  rhythm: 'trust termly',
  rule: 'M10',
  kind,
  title,
  minutes: 90,
  // Lead professionals run the networks; where none is on record, the central team does.
  chair: ['system-leader', 'central-team', 'ceo'],
  attendees: [],
  sentBySchools: [sent],
  place: 'rotating',
  // After the children's day in most primaries.
  time: '15:30',
  weekdays: [1, 3],
  through,
  agenda: [
    { title: 'Good practice to share' },
    { title: 'National guidance and what it changes' },
    { title: 'Priorities of the trust', from: 'priorities' },
  ],
});

const group = (kind: string, title: string, through: number): GatheringDefinition => ({
  ...none,
  rhythm: 'trust termly',
  rule: 'M12',
  kind,
  title,
  minutes: 90,
  chair: ['chair', 'ceo'],
  attendees: [
    { role: 'director', scope: 'trust' },
    { role: 'system-leader', scope: 'trust' },
    { role: 'head', scope: 'trust' },
    { role: 'governor-chair', scope: 'trust' },
  ],
  place: BOARD_ROOM,
  time: '16:30',
  weekdays: [2, 4],
  through,
  agenda: [
    { title: 'Areas to develop', from: 'developmentAreas' },
    { title: 'Priorities', from: 'priorities' },
  ],
});

const gatherings: GatheringsPolicy['gatherings'] = [
  {
    ...none,
    rhythm: 'summer break',
    rule: 'M6',
    kind: 'development',
    title: 'Annual development meeting',
    // The week before the return: heads are back from their holidays, and the year can start with its priorities.
    weeksBefore: 1,
    weekday: 3,
    time: '09:30',
    minutes: 360,
    chair: ['ceo'],
    attendees: [{ role: 'head', scope: 'trust' }],
    place: OFFICE,
    agenda: [
      { title: 'Vision and ethos' },
      { title: 'Strengths and areas to develop, school by school and for the trust', from: 'developmentAreas' },
      { title: 'How the targets of last year ended', from: 'offTrack' },
      { title: "Partnership priorities for the year: agree next year's", from: 'priorities' },
    ],
  },
  {
    ...none,
    rhythm: 'school termly',
    rule: 'M7',
    kind: 'head-and-ceo',
    title: 'Head and CEO',
    time: '09:30',
    minutes: 60,
    weekdays: [1, 2, 3, 4, 5],
    chair: ['ceo'],
    attendees: [{ role: 'head', scope: 'own school' }],
    place: 'own school',
    agenda: [
      { title: 'Priorities of the school', from: 'priorities' },
      { title: 'Progress this term', from: 'offTrack' },
      { title: 'Next steps', from: 'developmentAreas' },
      { title: 'Resources needed' },
      { title: 'Where the money comes from' },
    ],
  },
  {
    ...none,
    rhythm: 'school half-termly',
    rule: 'M8',
    kind: 'school-review',
    title: "Head's meeting with the school",
    // At least once a half term (strategy); how much more often a category asks for is an assumption.
    times: {
      atLeast: 1,
      grade: { 1: 1, 2: 1, 3: 2, 4: 3 },
      heading: { better: 1, 'in line': 1, 'at risk': 2 },
      supported: 2,
    },
    // From the day the return is due to the day validations are due: there is something to check and still time to.
    last: { fromDays: 9, toDays: 2 },
    time: '13:30',
    minutes: 60,
    weekdays: [1, 2, 3, 4, 5],
    chair: ['cluster-leader', 'head-leader', 'ceo'],
    attendees: [{ role: 'head', scope: 'own school' }],
    place: 'own school',
    agenda: [
      { title: 'Whether the figures of the return are right', from: 'offTrack' },
      { title: 'The category the school should have', from: 'moves' },
      { title: 'What to develop next', from: 'developmentAreas' },
    ],
  },
  {
    ...none,
    rhythm: 'every weeks',
    rule: 'M9',
    kind: 'improvement-team',
    title: 'School improvement team',
    // Every fortnight (strategy), in the weeks between the advisory heads' meetings.
    everyWeeks: 2,
    firstWeek: 3,
    weekday: 3,
    time: '09:00',
    minutes: 90,
    chair: ['ceo'],
    attendees: [
      { role: 'central-team', scope: 'trust' },
      { role: 'head-leader', scope: 'trust' },
      { role: 'cluster-leader', scope: 'trust' },
    ],
    place: OFFICE,
    agenda: [
      { title: 'Schools: what is new', from: 'moves' },
      { title: 'Off track', from: 'offTrack' },
      { title: 'Improvement projects: found, under way, evaluated', from: 'priorities' },
      { title: 'How we work, and what to refine' },
    ],
  },
  {
    ...network('moderation-core', 'Moderation of core subjects', 'Core subject leaders', 55),
    agenda: [{ title: 'Moderation of assessments: bring pupils’ work' }, { title: 'Consistency across schools' }],
  },
  {
    ...none,
    rhythm: 'cluster termly',
    rule: 'M10',
    kind: 'moderation-year-groups',
    title: 'Moderation by year group',
    time: '15:30',
    minutes: 90,
    weekdays: [2, 4],
    chair: ['cluster-leader', 'system-leader', 'head-leader'],
    attendees: [],
    sentBySchools: ['Year group teachers'],
    place: 'rotating',
    agenda: [{ title: 'Moderation of work in the core subjects' }, { title: 'What helped pupils get there' }],
  },
  network('network-curriculum', 'Curriculum leaders', 'Curriculum leaders', 15),
  network('network-senco', 'SENCOs', 'SENCOs', 25),
  network('network-safeguarding', 'Safeguarding leads', 'Designated safeguarding leads', 35),
  network('network-looked-after', 'Teachers for looked-after children', 'Designated teachers', 45),
  network('network-attendance', 'Attendance and behaviour leaders', 'Attendance and behaviour leaders', 65),
  {
    ...network('network-ceo', 'CEO network', 'nobody', 50),
    chair: ['ceo'],
    sentBySchools: [],
    guests: ['Chief executives of partner trusts'],
    place: { place: 'Partnership, online' },
    agenda: [{ title: 'Good practice to share' }],
  },
  {
    ...none,
    rhythm: 'governors termly',
    rule: 'M11',
    kind: 'governors',
    title: 'Governor meeting, with the trust present',
    // The procedures for causing concern cover grades 3 and 4, and 1 and 2 while at risk.
    needs: { grades: [3, 4], headings: ['at risk'] },
    present: ['head-leader', 'ceo'],
    time: '17:30',
    minutes: 90,
    weekdays: [2, 3, 4],
    chair: ['governor-chair'],
    attendees: [
      { role: 'governor-chair', scope: 'own school' },
      { role: 'head', scope: 'own school' },
    ],
    place: 'own school',
    agenda: [{ title: 'Additional support: what it is for and what it has changed', from: 'offTrack' }],
  },
  {
    ...none,
    rhythm: 'trust termly',
    rule: 'M11',
    kind: 'governor-training',
    title: 'Governance training',
    terms: ['autumn'],
    through: 40,
    time: '17:30',
    minutes: 90,
    weekdays: [3],
    chair: ['ceo', 'chair'],
    attendees: [{ role: 'governor-chair', scope: 'trust' }],
    place: OFFICE,
    agenda: [{ title: 'What has to be complied with, and how it is checked' }],
  },
  {
    ...none,
    rhythm: 'trust termly',
    rule: 'M12',
    kind: 'standards-and-risk',
    title: 'Standards and risk group',
    // Before the board, which rests on it.
    through: 75,
    time: '16:30',
    minutes: 120,
    weekdays: [2, 4],
    chair: ['chair', 'director'],
    attendees: [
      { role: 'director', scope: 'trust' },
      { role: 'ceo', scope: 'trust' },
    ],
    place: BOARD_ROOM,
    agenda: [
      { title: 'Progress on the targets of the trust and its schools', from: 'offTrack' },
      { title: 'Risks: categories that moved', from: 'moves' },
      { title: 'Actions on underachievement', from: 'openActions' },
    ],
  },
  group('strategy-group', 'Strategy group', 30),
  group('management-group', 'Management group', 60),
  {
    ...none,
    rhythm: 'trust termly',
    rule: 'M12',
    kind: 'board',
    title: 'Board of directors',
    through: 90,
    time: '17:00',
    minutes: 120,
    weekdays: [2, 3, 4],
    chair: ['chair', 'director'],
    attendees: [
      { role: 'director', scope: 'trust' },
      { role: 'ceo', scope: 'trust' },
    ],
    place: BOARD_ROOM,
    agenda: [
      { title: 'Headlines from the CEO: strengths, concerns, impact', from: 'offTrack' },
      { title: 'School On A Page of each school', from: 'moves' },
      { title: 'Priorities', from: 'priorities' },
    ],
  },
];

export const OWLS_GATHERINGS: GatheringsPolicy = {
  gatherings,
  // A working day; half an hour lets somebody get from one school of the county to the next.
  day: { from: '08:30', to: '17:00', everyMinutes: 30, gapMinutes: 30 },
  // Calendar days after the meeting. After six weeks a missing minute is the rhythm report's matter.
  minutes: { dueDays: 5, droppedAfterDays: 42, at: '08:00' },
  // Calendar days from the date an action was agreed for; four weeks late it goes to whoever led the meeting.
  actions: { remindDaysBefore: 3, chaseDaysAfter: [1, 8, 15, 22], escalateDaysAfter: 28, at: '08:00' },
  // Three school days to read and to add an item; the reminder comes the school day before, with a way to say no.
  agenda: { daysBefore: 3, reminderDaysBefore: 1, at: '08:00' },
  // Two weeks let a school find cover.
  namesDaysBefore: 14,
};
