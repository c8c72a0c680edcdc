import type { SeenInspection } from '@owls/policy';
import { dateText } from '../shell/dates.ts';
import { OFSTED_WORDS } from './matrix.ts';

/** What was seen from outside, in a sentence: "12 Mar 2024: Good (2)". */
export function inspectionWords(seen: SeenInspection): string {
  return `${dateText(seen.on)}: ${found(seen)}`;
}

function found({ kind, grade, name, areas = [], safeguarding, outcome }: SeenInspection): string {
  switch (kind) {
    case 'grade':
      return grade === undefined ? 'graded' : `${OFSTED_WORDS[grade]} (${grade})`;
    case 'card': {
      const counts = grade === undefined ? '' : `, counts as ${grade}`;
      return `${name ?? 'report card'}${counts}. ${byPoint(areas)}${safeguarding ? `; Safeguarding: ${safeguarding}` : ''}`;
    }
    case 'monitoring':
      return `monitoring visit. ${outcome}`;
    case 'review':
      return `review by ${name}. ${outcome}`;
    case 'awaited':
      return 'inspected, the outcome is awaited';
  }
}

/** "Strong standard: Inclusion, Attendance; Expected standard: Achievement": areas of one point together. */
function byPoint(areas: NonNullable<SeenInspection['areas']>): string {
  const points = [...new Set(areas.map(({ point }) => point))];
  return points
    .map((point) => `${point}: ${areas.flatMap((one) => (one.point === point ? [one.area] : [])).join(', ')}`)
    .join('; ');
}

/** The least that says it, for a table's cell: "2", or what it was where it gave no grade. */
export function inspectionShort({ kind, grade }: SeenInspection): string {
  if (grade !== undefined) return kind === 'card' ? `Card ${grade}` : `Ofsted ${grade}`;
  return { grade: 'Ofsted', card: 'Card', monitoring: 'Visit', review: 'Review', awaited: 'Awaited' }[kind];
}
