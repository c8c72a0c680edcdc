// @ts-nocheck
import type { Route } from './support-policy.ts';

/** A need for support that somebody recorded (M33): what the school's category alone doesn't say. */
export interface SupportNeed {
  readonly id: string;
  readonly urn: string;
  readonly route: Extract<Route, 'school-asks' | 'due-diligence' | 'new-school'>;
  /** The area of the school's work, for example "Reading in Year 2". */
  readonly area: string;
  /** What was found or is asked for, in the person's words. */
  readonly found: string;
  /** Person id and ISO instant. */
  readonly by: string;
  readonly at: string;
  /** Once it is met or withdrawn; `on` is an ISO date. */
  readonly closed?: { readonly on: string; readonly by: string; readonly because: string };
}
