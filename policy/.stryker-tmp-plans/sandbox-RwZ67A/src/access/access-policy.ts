// @ts-nocheck
import { z } from 'zod';
import { role } from '../policy-values.ts';
import { ACTIONS } from './action.ts';

const REACHES = ['none', 'held', 'trust'] as const;
/**
 * How far an action reaches for a role: `held` over the schools of the role's own scope, `trust` over every school.
 * `none` is what holds for all that is not written down; writing it down lets a change of policy take a right away.
 */
export type Reach = (typeof REACHES)[number];

const SHARED = ['figures', 'category', 'comment'] as const;

const reach = z.enum(REACHES, { error: `must be one of ${REACHES.join(', ')}.` });
const action = z.enum(ACTIONS);

/** The shape of what a trust sets for roles and access (M1): who may do what, and what schools see of each other. */
export const AccessPolicyShape = z.strictObject({
  roles: z.partialRecord(
    role,
    z.partialRecord(action, reach, { error: 'must be an object of actions, each with how far it reaches.' }),
    { error: 'must be an object of roles.' },
  ),
  /**
   * What those see of a school who may open its page but not read it in full, other heads before all: its figures with
   * small cohorts hidden (M15), its validated categories without their reasons, the head's comment and next steps.
   */
  othersSee: z.array(z.enum(SHARED, { error: `must be one of ${SHARED.join(', ')}.` }), {
    error: `must be a list of ${SHARED.join(', ')}; it can be empty.`,
  }),
});
export type AccessPolicy = z.infer<typeof AccessPolicyShape>;
