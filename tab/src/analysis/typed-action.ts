import type { AnalysisAction } from '@owls/policy';

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
  return { text, by, success, owner: there?.owner ?? owner, ...readKept(kept) };
}

/** What is kept on the device may be of any age. */
function readKept(kept: string): Partial<TypedAction> {
  if (kept === '') return {};
  try {
    const read: unknown = JSON.parse(kept);
    if (typeof read !== 'object' || read === null) return {};
    const known = Object.entries(read).filter(
      ([key, value]) => ['text', 'owner', 'by', 'success'].includes(key) && typeof value === 'string',
    );
    return Object.fromEntries(known);
  } catch {
    return {};
  }
}
