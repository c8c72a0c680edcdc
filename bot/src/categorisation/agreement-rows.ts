/** The list of agreements: what heads answered to their school's category of a term, one answer a row (M25). */
import { AGREEMENT_ANSWERS, type AgreementAnswer, HALF_TERM_ID, halfTermLabel } from '@owls/policy';
import { oneLine } from '../store/field-values.ts';
import { choice, type Fields, lines, list, moment, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';
import { ULID } from '../store/ulid.ts';

export const AGREEMENTS = list(
  'Category agreements',
  'Whether each school agrees with its category, answer by answer.',
  [
    text('School', 'School (URN)', { indexed: true }),
    text('HalfTerm', 'Half term', { indexed: true }),
    text('Category', 'Category'),
    choice('Answer', 'Answer', AGREEMENT_ANSWERS),
    lines('Because', 'Because'),
    text('By', 'By'),
    moment('At', 'At'),
  ],
);

export const readAgreement = (row: Row): AgreementAnswer => ({
  id: row.key(ULID, '01JDQX…'),
  urn: row.neededText('School', /^\d{6}$/, 'a URN such as 115850'),
  halfTerm: row.neededText('HalfTerm', HALF_TERM_ID, 'a half term'),
  category: row.neededText('Category'),
  answer: row.oneOf('Answer', AGREEMENT_ANSWERS),
  because: row.text('Because'),
  by: row.text('By'),
  at: row.neededMoment('At'),
});

export const agreementFields = (given: AgreementAnswer): Fields => ({
  Key: given.id,
  Title: oneLine(`${given.urn} ${given.answer}, ${halfTermLabel(given.halfTerm)}`),
  School: given.urn,
  HalfTerm: given.halfTerm,
  Category: given.category,
  Answer: given.answer,
  Because: given.because,
  By: given.by,
  At: given.at,
});
