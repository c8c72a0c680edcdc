import { type Facts, NO_RECORDS } from '@owls/policy';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';

/** The made-up trust of `npm start` as facts: what a policy is tried on where no trust is at hand. */
export function sampleFacts(): Facts {
  const { schools, people, history } = SAMPLE_TRUST;
  return {
    schools,
    people,
    returns: history.map(
      ({ urn, halfTerm, cohorts, groups, school, comment, nextSteps, submittedAt, submittedBy }) => ({
        urn,
        halfTerm,
        revision: 1,
        cohorts,
        ...(groups.length > 0 ? { groups } : {}),
        school,
        comment,
        nextSteps,
        submittedAt,
        submittedBy,
      }),
    ),
    drafts: [],
    judgements: history.map(({ urn, halfTerm, category, validatedBy, validatedAt }) => ({
      urn,
      halfTerm,
      validated: { category, by: validatedBy, at: validatedAt },
    })),
    meetings: [],
    results: [],
    records: NO_RECORDS,
    delivered: new Set(),
  };
}
