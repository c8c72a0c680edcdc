// @ts-nocheck
import type { Facts } from '../facts.ts';
import type { Wrong } from './refusal.ts';
import type { Visit } from './visit.ts';
import type { VisitsPolicy } from './visits-policy.ts';

const LONGEST_TEXT = 2000;

/** What is wrong with the findings of a visit (M31). */
export function wrongFindings(own: VisitsPolicy, facts: Pick<Facts, 'people'>, visit: Visit): Wrong[] {
  const rule = 'M31';
  const keys = visit.findings.map(({ key }) => key);
  return visit.findings.flatMap((finding, at): Wrong[] => {
    const which = `Finding ${at + 1}`;
    const length = finding.text.trim().length;
    return [
      ...(keys.indexOf(finding.key) === at
        ? []
        : [{ rule, because: `${which} has another's key.`, says: `Give ${which.toLowerCase()} its own key.` }]),
      ...(length > 0 && length <= LONGEST_TEXT
        ? []
        : [{ rule, because: `${which} has ${length} characters.`, says: `Write 1 to ${LONGEST_TEXT} characters.` }]),
      ...(own.areas.some(({ key }) => key === finding.area)
        ? []
        : [
            {
              rule,
              because: `${which} is about ${finding.area || 'nothing'}, which is no area.`,
              says: `Choose one of ${own.areas.map(({ key }) => key).join(', ')}.`,
            },
          ]),
      ...(finding.kind === 'action' && !facts.people.some(({ id }) => id === finding.owner)
        ? [{ rule, because: `${which} is an action without an owner on record.`, says: 'Name who does it.' }]
        : []),
      ...(finding.kind === 'action' && visit.held !== undefined && finding.by < visit.held
        ? [{ rule, because: `${which} is wanted before the visit.`, says: `Give a date from ${visit.held}.` }]
        : []),
      ...(finding.kind === 'action' && finding.done !== undefined && finding.done < (visit.held ?? visit.planned)
        ? [{ rule, because: `${which} was done before it was found.`, says: 'Give the day it was done.' }]
        : []),
    ];
  });
}

/** What is wrong with the checks of a visit (M31): what needs follow-up needs an action that says what. */
export function wrongChecks(own: VisitsPolicy, visit: Visit): Wrong[] {
  const rule = 'M31';
  const made = visit.checks.map(({ check }) => check);
  return visit.checks.flatMap(({ check, outcome }, at): Wrong[] => {
    const known = own.checks.find(({ key }) => key === check);
    if (!known)
      return [
        {
          rule,
          because: `${check || 'An empty name'} is no check of the trust.`,
          says: `Choose one of ${own.checks.map(({ key }) => key).join(', ')}.`,
        },
      ];
    return [
      ...(made.indexOf(check) === at
        ? []
        : [{ rule, because: `${known.name} is recorded twice.`, says: 'Record each check once.' }]),
      ...(outcome === 'in order' || visit.findings.some(({ kind, area }) => kind === 'action' && area === known.area)
        ? []
        : [
            {
              rule,
              because: `${known.name} needs follow-up, and no action says what.`,
              says: `Add an action about ${known.area}.`,
            },
          ]),
    ];
  });
}
