import type { Framework, Inspection, InspectionGiven, InspectionsView, OfstedGrade } from '@owls/policy';

/** An inspection as it is being typed: every part of every kind, so that changing the kind loses nothing. */
export interface Typed {
  readonly kind: 'graded' | 'awaited' | 'monitoring' | 'review';
  readonly on: string;
  readonly published: string;
  readonly grade: string;
  readonly areas: Readonly<Record<string, string>>;
  readonly safeguarding: string;
  /** Key of the policy: what a monitoring visit found. */
  readonly outcome: string;
  readonly reviewer: string;
  readonly about: string;
  /** The outcome of a review, the note on a monitoring visit. */
  readonly words: string;
  readonly report: string;
}

export const NOTHING: Typed = {
  ...{ kind: 'graded', on: '', published: '', grade: '', areas: {}, safeguarding: '' },
  ...{ outcome: '', reviewer: '', about: '', words: '', report: '' },
};

type WithoutIds<Kind> = Kind extends unknown ? Omit<Kind, 'id' | 'urn'> : never;
/** What the service is sent; which school and which record it is stands in the address. */
export type InspectionBody = WithoutIds<InspectionGiven>;

/** What an inspection that began on a day says: one overall grade, areas of a framework, or nothing known. */
export type Says = { readonly kind: 'overall' } | { readonly kind: 'areas'; readonly framework: Framework } | undefined;

export function saysOn({ overallUntil, frameworks }: InspectionsView['policy'], on: string): Says {
  if (on === '') return undefined;
  if (on <= overallUntil) return { kind: 'overall' };
  const framework = frameworks.find(({ from, until }) => from <= on && (until === undefined || on <= until));
  return framework && { kind: 'areas', framework };
}

/** What is on record, to be corrected. */
export function typedOf(given: Inspection): Typed {
  const { on, report = '' } = given;
  const common = { ...NOTHING, on, report };
  switch (given.kind) {
    case 'awaited':
      return { ...common, kind: 'awaited' };
    case 'overall':
      return { ...common, published: given.published, grade: String(given.grade) };
    case 'areas':
      return { ...common, published: given.published, areas: given.areas, safeguarding: given.safeguarding };
    case 'monitoring':
      return { ...common, kind: 'monitoring', outcome: given.outcome, words: given.note ?? '' };
    case 'review':
      return { ...common, kind: 'review', reviewer: given.reviewer, about: given.about, words: given.outcome };
  }
}

/** What is said at a part of the form, by its name. */
export type Missing = Readonly<Record<string, string>>;

/** What the field at a part shows that has to be mended. */
export type Mend = (place: string) => { validationState?: 'error'; validationMessage?: string };

/** What is sent; or where nothing was chosen that has to be, what to choose. The rest the service checks. */
export function bodyOf(typed: Typed, says: Says): { readonly body: InspectionBody } | { readonly missing: Missing } {
  const report = typed.report.trim();
  const common = { on: typed.on, ...(report === '' ? {} : { report }) };
  const words = typed.words.trim();
  switch (typed.kind) {
    case 'awaited':
      return { body: { ...common, kind: 'awaited' } };
    case 'monitoring': {
      if (typed.outcome === '') return { missing: { outcome: 'Choose what the visit found.' } };
      return {
        body: { ...common, kind: 'monitoring', outcome: typed.outcome, ...(words === '' ? {} : { note: words }) },
      };
    }
    case 'review': {
      const { reviewer, about } = typed;
      return { body: { ...common, kind: 'review', reviewer: reviewer.trim(), about: about.trim(), outcome: words } };
    }
    case 'graded':
      return graded(typed, says, common);
  }
}

function graded(
  { published, grade, areas, safeguarding }: Typed,
  says: Says,
  common: { readonly on: string; readonly report?: string },
): ReturnType<typeof bodyOf> {
  if (says?.kind === 'overall') {
    const found = ([1, 2, 3, 4] as const).find((one: OfstedGrade) => String(one) === grade);
    if (found === undefined) return { missing: { grade: 'Choose the overall grade.' } };
    return { body: { ...common, kind: 'overall', published, grade: found } };
  }
  if (says !== undefined && safeguarding === '') {
    return { missing: { safeguarding: 'Say whether safeguarding was met.' } };
  }
  const known = says?.framework.areas ?? [];
  const judged = known.flatMap(({ key }) => {
    const point = areas[key] ?? '';
    return point === '' ? [] : [[key, point] as const];
  });
  return {
    body: {
      ...{ ...common, kind: 'areas', published, framework: says?.framework.key ?? '' },
      ...{ areas: Object.fromEntries(judged), safeguarding: safeguarding === 'not met' ? 'not met' : 'met' },
    },
  };
}

/** Reads what was kept on this device; undefined where it is nothing of this form. */
export function readTyped(kept: string): Typed | undefined {
  if (kept === '') return undefined;
  try {
    const read: unknown = JSON.parse(kept);
    if (typeof read !== 'object' || read === null) return undefined;
    const parts = Object.entries(NOTHING).every(([name, value]) => typeof Reflect.get(read, name) === typeof value);
    return parts ? (read as Typed) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
