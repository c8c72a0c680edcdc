import type { WaitingFault } from '../control/machine-api.ts';

/** A fault, and how often calls have met it. */
export interface MetFault {
  readonly fault: WaitingFault;
  readonly times: number;
}

/** What calls met between two looks at the faults that wait: a fault keeps its place in order until it is used up. */
export function metSince(before: readonly WaitingFault[], after: readonly WaitingFault[]): readonly MetFault[] {
  const rest = [...after];
  const met: MetFault[] = [];
  for (const fault of before) {
    const at = rest.findIndex((other) => sameOrder(other, fault) && other.left <= fault.left);
    const left = at < 0 ? 0 : (rest[at]?.left ?? 0);
    if (at >= 0) rest.splice(at, 1);
    if (left < fault.left) met.push({ fault, times: fault.left - left });
  }
  return met;
}

function sameOrder({ left: _, ...one }: WaitingFault, { left: __, ...other }: WaitingFault): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
