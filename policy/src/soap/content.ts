import type { SoapReturn } from './return.ts';

/** What a head types, apart from when and by whom: the part of a return or a draft that is checked and compared. */
export type SoapContent = Pick<SoapReturn, 'cohorts' | 'groups' | 'school' | 'comment' | 'nextSteps'>;
