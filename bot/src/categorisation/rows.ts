/** The list of categorisations: a school's judgement in a half term's round a row (M24 to M26). */
import { HALF_TERM_ID, type HalfTermId, halfTermLabel, type Judgement, type TrustPolicy } from '@owls/policy';
import { oneLine } from '../store/field-values.ts';
import { choice, type Fields, type ListDefinition, lines, list, moment, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const codes = (policy: TrustPolicy): string[] => policy.categorisation.scale.map(({ code }) => code);

export const categorisationsList = (policy: TrustPolicy): ListDefinition =>
  list('Categorisations', "A school's category in a half term: as proposed, and as validated.", [
    text('School', 'School (URN)', { indexed: true }),
    text('HalfTerm', 'Half term', { indexed: true }),
    choice('Proposed', 'Proposed category', codes(policy)),
    text('ProposedBy', 'Proposed by'),
    moment('ProposedAt', 'Proposed'),
    lines('Because', 'Because'),
    choice('Validated', 'Validated category', codes(policy)),
    text('ValidatedBy', 'Validated by'),
    moment('ValidatedAt', 'Validated'),
    lines('Why', 'Why another than proposed'),
  ]);

export const judgementKey = (halfTerm: HalfTermId, urn: string): string => `${halfTerm}/${urn}`;

export const judgementReader =
  (policy: TrustPolicy) =>
  (row: Row): Judgement => {
    const halfTerm = row.neededText('HalfTerm', HALF_TERM_ID, 'a half term');
    const urn = row.neededText('School', /^\d{6}$/, 'a URN such as 115850');
    row.keyed(judgementKey(halfTerm, urn));
    const proposed = row.optionalOneOf('Proposed', codes(policy));
    const validated = row.optionalOneOf('Validated', codes(policy));
    const why = row.optionalText('Why');
    return {
      urn,
      halfTerm,
      ...(proposed === undefined
        ? {}
        : {
            proposed: {
              category: proposed,
              by: row.text('ProposedBy'),
              at: row.neededMoment('ProposedAt'),
              because: row.text('Because'),
            },
          }),
      ...(validated === undefined
        ? {}
        : {
            validated: {
              category: validated,
              by: row.text('ValidatedBy'),
              at: row.neededMoment('ValidatedAt'),
              ...(why === undefined ? {} : { why }),
            },
          }),
      version: row.version,
    };
  };

export function judgementFields(urn: string, halfTerm: HalfTermId): Fields {
  return {
    Key: judgementKey(halfTerm, urn),
    Title: oneLine(`${urn}, ${halfTermLabel(halfTerm)}`),
    School: urn,
    HalfTerm: halfTerm,
  };
}

export const proposalFields = (given: NonNullable<Judgement['proposed']>): Fields => ({
  Proposed: given.category,
  ProposedBy: given.by,
  ProposedAt: given.at,
  Because: given.because,
});

export const NO_PROPOSAL: Fields = { Proposed: null, ProposedBy: '', ProposedAt: null, Because: '' };
export const NO_VALIDATION: Fields = { Validated: null, ValidatedBy: '', ValidatedAt: null, Why: '' };

export const validationFields = (given: NonNullable<Judgement['validated']>): Fields => ({
  Validated: given.category,
  ValidatedBy: given.by,
  ValidatedAt: given.at,
  Why: given.why ?? '',
});
