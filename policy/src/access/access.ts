/** A yes or no that can explain itself: the rule it rests on and what would change it. */
export type Decision =
  | { readonly allowed: true; readonly rule: string; readonly because: string }
  | { readonly allowed: false; readonly rule: string; readonly because: string; readonly wouldChange: string };
