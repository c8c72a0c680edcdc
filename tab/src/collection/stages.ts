import type { CollectedSchool } from '@owls/policy';

/** What a school's return waits for. */
export type Stage = 'owing' | 'unchecked' | 'sent back' | 'confirmed';

export const STAGES: readonly Stage[] = ['owing', 'unchecked', 'sent back', 'confirmed'];

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  owing: 'Owing',
  unchecked: 'To look at',
  'sent back': 'Sent back',
  confirmed: 'Confirmed',
};

export function stageOf({ accuracy }: CollectedSchool): Stage {
  return accuracy?.state ?? 'owing';
}

/** Which list a reader wants first: whoever still owes, else what is to be looked at. */
export function firstStage(schools: readonly CollectedSchool[]): Stage | 'all' {
  return STAGES.find((stage) => stage !== 'confirmed' && schools.some((school) => stageOf(school) === stage)) ?? 'all';
}
