import type { TrustPolicy } from '@owls/policy';
import { YEAR_GROUPS, yearName } from '@owls/policy';

/** An input as a person calls it: `Y3:reading` → "Year 3, Reading". */
export function inputName(policy: TrustPolicy, input: string): string {
  if (input === 'comment') return 'Comment';
  if (input === 'nextSteps') return 'Next steps';
  const [first = '', second = ''] = input.split(':');
  const measure = policy.soap.measures.find(({ key }) => key === second)?.name ?? second;
  if (first === 'school') return measure;
  const year = YEAR_GROUPS.find((one) => one === (first === 'pupils' ? second : first));
  const group = year ? yearName(year) : first;
  return first === 'pupils' ? `${group}, pupils` : `${group}, ${measure}`;
}
