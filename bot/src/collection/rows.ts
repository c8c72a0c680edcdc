/** The list of collection steps: what was done about a half term's collection beside the returns, one step a row. */
import { COLLECTION_STEPS, type CollectionStep, HALF_TERM_ID, halfTermLabel } from '@owls/policy';
import { oneLine } from '../store/field-values.ts';
import { choice, count, type Fields, lines, list, moment, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';
import { ULID } from '../store/ulid.ts';

const MOST_REVISIONS = 10_000;

export const COLLECTION_LIST = list(
  'Collection steps',
  'Nudges, figures confirmed or sent back, collections closed and opened again, in the order made.',
  [
    text('HalfTerm', 'Half term', { indexed: true }),
    choice('Step', 'Step', COLLECTION_STEPS),
    text('School', 'School (URN)'),
    count('Revision', 'Revision'),
    lines('Note', 'Note'),
    text('By', 'By'),
    moment('At', 'At'),
  ],
);

export function readStep(row: Row): CollectionStep {
  const urn = row.optionalText('School');
  const revision = row.number('Revision', 1, MOST_REVISIONS);
  return {
    id: row.key(ULID, '01JDQX…'),
    halfTerm: row.neededText('HalfTerm', HALF_TERM_ID, 'a half term'),
    step: row.oneOf('Step', COLLECTION_STEPS),
    ...(urn === undefined ? {} : { urn }),
    ...(revision === undefined ? {} : { revision }),
    note: row.text('Note'),
    by: row.text('By'),
    at: row.neededMoment('At'),
  };
}

export const stepFields = (step: CollectionStep): Fields => ({
  Key: step.id,
  Title: oneLine(`${step.step} ${step.urn ?? ''} ${halfTermLabel(step.halfTerm)}`),
  HalfTerm: step.halfTerm,
  Step: step.step,
  School: step.urn ?? '',
  Revision: step.revision ?? null,
  Note: step.note,
  By: step.by,
  At: step.at,
});
