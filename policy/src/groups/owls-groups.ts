import type { GroupsPolicy } from './groups-policy.ts';

/**
 * OWLS's pupil groups (M13): a row a group over Years 1 to 6, in % on track for the year's end, so that a head fills in
 * six rows and not six a year group. The strategy asks for groups without naming them; these are those of the
 * department's published tables and of the register. Asked, not required, and how many come and go: defaults since
 * 2026-27.
 */
export const OWLS_GROUPS: GroupsPolicy = {
  groups: [
    { key: 'disadvantaged', name: 'Disadvantaged' },
    { key: 'send', name: 'SEND' },
    { key: 'eal', name: 'EAL' },
    { key: 'lookedAfter', name: 'Looked after' },
    { key: 'girls', name: 'Girls' },
    { key: 'boys', name: 'Boys' },
  ],
  measures: ['reading', 'writing', 'maths', 'rwm'],
  required: false,
  wholes: [['girls', 'boys']],
  comeAndGo: { pupils: 5, percent: 5 },
};
