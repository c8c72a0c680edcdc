/**
 * An area that the next visit looks at: found by an advisory heads meeting (M5), or where pupils achieve less than they
 * should, which may bring performance management into the visit (M39).
 */
// @ts-nocheck

export interface AreaFound {
  readonly key: string;
  /** The school; undefined where it holds for all. */
  readonly urn?: string;
  readonly text: string;
  readonly from: 'advisory meeting' | 'underachievement';
  /** ISO date. */
  readonly foundOn: string;
}
