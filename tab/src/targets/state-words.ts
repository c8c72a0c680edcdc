import type { SchoolTarget, SchoolTargetsState } from '@owls/policy';

/** What a school's targets wait for, the most pressing first. */
export type Waiting = 'to propose' | 'to answer' | 'to sign off' | 'done';

export const WAITING_WORDS: Readonly<Record<Waiting, string>> = {
  'to propose': 'To propose',
  'to answer': 'Proposed',
  'to sign off': 'To sign off',
  done: 'Signed off',
};

export function waitingOf({ missing, proposed, agreed, raising }: SchoolTargetsState): Waiting {
  if (proposed + raising > 0) return 'to answer';
  if (agreed > 0) return 'to sign off';
  return missing > 0 ? 'to propose' : 'done';
}

/** "12 of 40 signed off, 3 proposed, 25 not proposed". */
export function stateText({ of, signedOff, agreed, proposed, raising, missing }: SchoolTargetsState): string {
  const parts = [
    agreed > 0 ? `${agreed} agreed` : '',
    proposed > 0 ? `${proposed} proposed` : '',
    raising > 0 ? `${raising} to be raised` : '',
    missing > 0 ? `${missing} not proposed` : '',
  ];
  return [`${signedOff} of ${of} signed off`, ...parts].filter((part) => part !== '').join(', ');
}

/** A word for a target: who has to do what is told by the buttons. */
export function targetWord({ state, standing }: Pick<SchoolTarget, 'state' | 'standing'>): string {
  if (standing && state === 'proposed') return 'Higher figures proposed';
  return { missing: 'Not proposed', proposed: 'Proposed', agreed: 'Agreed', 'signed-off': 'Signed off' }[state];
}
