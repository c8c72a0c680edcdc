import type { TrustPolicy } from '@owls/policy';
import { YEAR_GROUPS, yearName } from '@owls/policy';

/** An input as a person calls it: `Y3:reading` → "Year 3, Reading"; `girls:reading` → "Girls, Reading". */
export function inputName(policy: TrustPolicy, input: string): string {
  if (input === 'comment') return 'Comment';
  if (input === 'nextSteps') return 'Next steps';
  const [first = '', second = ''] = input.split(':');
  const measure = policy.soap.measures.find(({ key }) => key === second)?.name ?? second;
  if (first === 'school') return measure;
  const row = first === 'pupils' ? second : first;
  const year = YEAR_GROUPS.find((one) => one === row);
  const name = year ? yearName(year) : (policy.soap.groups?.groups.find(({ key }) => key === row)?.name ?? row);
  return first === 'pupils' ? `${name}, pupils` : `${name}, ${measure}`;
}
