import { type Change, changeOf } from '../soap/comparison.ts';
import type { SoapContent } from '../soap/content.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { groupMeasures } from './asked.ts';

/** A pupil group's figure now and last time. */
export interface GroupChange extends Change {
  /** Key of the group, and its name as people read it. */
  readonly group: string;
  readonly groupName: string;
}

/** Every figure of this return's pupil groups beside last time's, in the policy's order; a figure neither has is not named (M13). */
export function groupChanges(
  given: Pick<SoapContent, 'groups'>,
  last: Pick<SoapContent, 'groups'> | undefined,
  policy: TrustPolicy,
): readonly GroupChange[] {
  const measures = groupMeasures(policy);
  return (policy.soap.groups?.groups ?? []).flatMap(({ key, name }) => {
    const of = (one: Pick<SoapContent, 'groups'> | undefined) =>
      one?.groups?.find(({ group }) => group === key)?.figures;
    return measures
      .flatMap((measure) => changeOf(measure, of(given) ?? {}, of(last)))
      .map((change) => ({ ...change, group: key, groupName: name }));
  });
}
