import type { Why } from '../explanation/why.ts';
import { date } from '../policy-values.ts';
import type { Graded, InspectionGiven } from './inspection.ts';
import type { InspectionsPolicy } from './inspections-policy.ts';

/** The part of a record that has to be mended. */
export type InspectionPlace =
  | 'on'
  | 'published'
  | 'grade'
  | 'framework'
  | 'areas'
  | 'outcome'
  | 'reviewer'
  | 'about'
  | 'report';

type Checked =
  | { readonly ok: true }
  | { readonly ok: false; readonly place: InspectionPlace; readonly says: string; readonly why: Why };
type GradedGiven = Extract<InspectionGiven, { kind: Graded['kind'] }>;

const REVIEW_WORDS = ['reviewer', 'about', 'outcome'] as const;

/**
 * Whether an inspection can be recorded as it is (M28): real dates in order, the framework that was in use on its day
 * with every area it always judges, known points and outcomes, words where words are the outcome.
 */
export function checkInspection(own: InspectionsPolicy, given: InspectionGiven): Checked {
  if (!date.safeParse(given.on).success)
    return refuse('on', 'Give the first day, such as 2026-03-10.', `${given.on || 'Nothing'} is no date.`);
  if (given.kind === 'overall' || given.kind === 'areas') return checkGraded(own, given);
  if (given.kind === 'monitoring' && !own.monitoringOutcomes.some(({ key }) => key === given.outcome)) {
    const known = own.monitoringOutcomes.map(({ key }) => key).join(', ');
    return refuse(
      'outcome',
      `Choose one of ${known}.`,
      `${given.outcome || 'An empty outcome'} is no outcome of the policy.`,
    );
  }
  const unsaid = given.kind === 'review' && REVIEW_WORDS.find((part) => given[part].trim() === '');
  if (unsaid) {
    return refuse(unsaid, 'Say who reviewed, what, and with which outcome.', 'Something of the review is missing.');
  }
  return { ok: true };
}

function checkGraded(own: InspectionsPolicy, given: GradedGiven): Checked {
  if (!date.safeParse(given.published).success || given.published < given.on) {
    return refuse(
      'published',
      `Give the day the outcome was published, ${given.on} or later.`,
      `${given.published || 'Nothing'} is no day on which it can have been published.`,
    );
  }
  if (given.kind === 'areas') return checkAreas(own, given);
  if (given.on <= own.overallUntil) return { ok: true };
  return refuse('grade', 'Enter it area by area.', `Inspections after ${own.overallUntil} give no overall grade.`);
}

function checkAreas(own: InspectionsPolicy, given: Extract<GradedGiven, { kind: 'areas' }>): Checked {
  const framework = own.frameworks.find(({ key }) => key === given.framework);
  if (!framework || given.on < framework.from || (framework.until !== undefined && given.on > framework.until)) {
    const fitting = own.frameworks.filter(({ from, until }) => from <= given.on && (until ?? given.on) >= given.on);
    return refuse(
      'framework',
      fitting.length > 0
        ? `Choose ${fitting.map(({ key }) => key).join(' or ')}.`
        : 'Enter the overall grade, or correct the date.',
      `${given.framework || 'An empty name'} is no framework that was in use on ${given.on}.`,
    );
  }
  const missing = framework.areas.filter(({ key, always }) => always && given.areas[key] === undefined);
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ');
    return refuse('areas', `Give a point for ${names}.`, `The card says nothing of ${names}.`);
  }
  for (const [area, point] of Object.entries(given.areas)) {
    if (!framework.areas.some(({ key }) => key === area)) {
      const known = framework.areas.map(({ key }) => key).join(', ');
      return refuse('areas', `Name one of ${known}.`, `${area || 'An empty name'} is no area of ${framework.name}.`);
    }
    if (!framework.points.some(({ key }) => key === point)) {
      const known = framework.points.map(({ key }) => key).join(', ');
      return refuse(
        'areas',
        `Choose one of ${known}.`,
        `${point || 'An empty point'} is no point of ${framework.name}.`,
      );
    }
  }
  return { ok: true };
}

function refuse(place: InspectionPlace, says: string, because: string): Checked {
  return { ok: false, place, says, why: { rule: 'M28', because: [because], wouldChange: says } };
}
