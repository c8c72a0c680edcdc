import type { OfstedGrade, Phase, RoleHeld, YearGroup } from '@owls/policy';

/** A whole trust, as its IT person would type it into the tenant: people with sign-ins, schools, and what was recorded before. */
export interface Trust {
  readonly tenant: { readonly id: string; readonly name: string; readonly domain: string };
  readonly people: readonly TrustPerson[];
  readonly schools: readonly TrustSchool[];
  readonly history: readonly PastHalfTerm[];
  /** ISO instant at which its story begins. */
  readonly begins: string;
  /** Moments worth jumping to, for the sandbox's clock. */
  readonly marks: readonly { readonly label: string; readonly at: string }[];
}

export interface TrustPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly roles: readonly RoleHeld[];
}

export interface TrustSchool {
  readonly urn: string;
  readonly name: string;
  readonly phase: Phase;
  readonly years: readonly YearGroup[];
  readonly pupils: Readonly<Partial<Record<YearGroup, number>>>;
  readonly cluster: string;
  readonly governance: 'LGB' | 'Advisory board';
  readonly ofsted?: { readonly grade: OfstedGrade; readonly on: string };
  readonly sponsored: boolean;
  readonly joined: string;
  readonly researchChampion?: string;
}

/** One school's return and validated category of a half term that is over. */
export interface PastHalfTerm {
  readonly urn: string;
  readonly halfTerm: string;
  readonly cohorts: readonly {
    readonly year: YearGroup;
    readonly pupils: number;
    readonly figures: Readonly<Record<string, number>>;
  }[];
  readonly groups: readonly {
    readonly group: string;
    readonly pupils: number;
    readonly figures: Readonly<Record<string, number>>;
  }[];
  readonly school: Readonly<Record<string, number>>;
  readonly comment: string;
  readonly nextSteps: string;
  readonly submittedAt: string;
  readonly submittedBy: string;
  readonly category: string;
  readonly proposedBy: string;
  readonly validatedAt: string;
  readonly validatedBy: string;
}
