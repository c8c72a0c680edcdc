import type { AnalysisAction } from '@owls/policy';
import { keptFields } from '../shell/typed-fields.ts';

/** An action as it is typed. */
export interface TypedAction {
  readonly text: string;
  readonly owner: string;
  readonly by: string;
  readonly success: string;
}

/** What the form begins with: what was typed before, else what stands there, else nothing but who it is likely to be. */
export function typedAction(kept: string, there: AnalysisAction | undefined, owner: string): TypedAction {
  const { text = '', by = '', success = '' } = there ?? {};
  return { text, by, success, owner: there?.owner ?? owner, ...keptFields(kept) };
}
