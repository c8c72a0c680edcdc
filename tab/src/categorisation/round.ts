import type { CategoriesView } from '@owls/policy';

export type RoundSchool = CategoriesView['schools'][number];
export type Stage = 'to propose' | 'to validate' | 'validated';

/** How far a school has got in the round. */
export function stageOf({ judgement }: RoundSchool): Stage {
  if (judgement?.validated) return 'validated';
  return judgement?.proposed ? 'to validate' : 'to propose';
}

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  'to propose': 'Awaiting proposal',
  'to validate': 'To validate',
  validated: 'Validated',
};

/** Which list a reader wants first: what they can do something about. */
export function firstStage(schools: readonly RoundSchool[]): Stage | 'all' {
  const canValidate = schools.some((school) => school.mayValidate && stageOf(school) === 'to validate');
  if (canValidate) return 'to validate';
  return schools.some((school) => school.mayPropose && stageOf(school) === 'to propose') ? 'to propose' : 'all';
}

/** Schools whose proposal can be agreed with as it is. */
export function agreeable(schools: readonly RoundSchool[]): readonly RoundSchool[] {
  return schools.filter((school) => school.mayValidate && stageOf(school) === 'to validate');
}

/** Whether one code is better than another, by the scale's order (best first). */
export function moveBetween(
  scale: CategoriesView['scale'],
  from: string | undefined,
  to: string | undefined,
): 'up' | 'down' | 'same' | undefined {
  const was = scale.findIndex(({ code }) => code === from);
  const is = scale.findIndex(({ code }) => code === to);
  if (was < 0 || is < 0) return undefined;
  if (was === is) return 'same';
  return is < was ? 'up' : 'down';
}
