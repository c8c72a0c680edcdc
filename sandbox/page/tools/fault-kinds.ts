import type { FaultOrder, WaitingFault } from '../control/machine-api.ts';

type Trouble = Pick<FaultOrder, 'status' | 'retryAfter' | 'delayMs' | 'drop' | 'when'>;

/** The ways in which one call can go wrong, as one chooses among them. */
export const FAULT_KINDS: readonly { readonly id: string; readonly label: string; readonly trouble: Trouble }[] = [
  { id: '429', label: '429, come back in 2 s', trouble: { status: 429, retryAfter: 2, when: 'before' } },
  { id: '429-bare', label: '429 without Retry-After', trouble: { status: 429, when: 'before' } },
  { id: '500', label: '500', trouble: { status: 500, when: 'before' } },
  { id: '502', label: '502', trouble: { status: 502, when: 'before' } },
  { id: '503', label: '503', trouble: { status: 503, when: 'before' } },
  { id: '504', label: '504', trouble: { status: 504, when: 'before' } },
  { id: 'slow', label: 'Three seconds late', trouble: { delayMs: 3_000, when: 'before' } },
  { id: 'drop', label: 'Connection dropped', trouble: { drop: true, when: 'before' } },
  { id: 'lost', label: 'Done, but the answer is lost (504)', trouble: { status: 504, when: 'after' } },
  { id: 'lost-drop', label: 'Done, but the connection is dropped', trouble: { drop: true, when: 'after' } },
  { id: '401', label: 'Token refused (401)', trouble: { status: 401, when: 'before' } },
  { id: '410', label: 'Delta token too old (410)', trouble: { status: 410, when: 'before' } },
];

/** A fault in one line: which calls, and what happens to them. */
export function faultWords(fault: WaitingFault): string {
  const calls = [fault.service, fault.method, fault.path].filter(Boolean).join(' ');
  const what = [
    fault.kind,
    fault.status,
    fault.delayMs === undefined ? undefined : `${fault.delayMs / 1000} s late`,
    fault.drop ? 'dropped' : undefined,
    fault.when === 'after' ? 'after the work' : undefined,
  ].filter(Boolean);
  return `${calls}: ${what.join(', ')}`;
}
