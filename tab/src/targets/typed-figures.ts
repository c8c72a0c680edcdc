import type { Finding, SchoolTarget, TargetFigures, TargetWanted } from '@owls/policy';
import { readFigure } from '../shell/figures.ts';
import { type LaidBlock, pasteInto } from '../shell/paste.ts';

/** What is typed into a target's two fields, by the target's key; what nobody touched is not in it. */
export interface TypedFigures {
  readonly minimum: string;
  readonly aspirational: string;
}
export type Typed = Readonly<Record<string, TypedFigures>>;
const FIELDS = ['minimum', 'aspirational'] as const;

/** "Y3/maths", or "school/attendance". */
export function keyOf({ yearGroup, measure }: Pick<SchoolTarget, 'yearGroup' | 'measure'>): string {
  return `${yearGroup ?? 'school'}/${measure}`;
}

/** Under which target a finding of the service stands. */
export function keyOfFinding({ year, measure }: Finding): string {
  return `${year ?? 'school'}/${measure ?? ''}`;
}

/** What the fields show: what was typed, else what was set, else what the starting point would make it. */
export function shownIn(target: SchoolTarget, typed: Typed): TypedFigures {
  const figures = target.latest ?? target.filled.figures;
  return typed[keyOf(target)] ?? { minimum: text(figures?.minimum), aspirational: text(figures?.aspirational) };
}

/** The two figures as numbers, where both are; what can't be read as a number is told by the service. */
function figuresOf({ minimum, aspirational }: TypedFigures): TargetFigures | undefined {
  const [low, high] = [readFigure(minimum), readFigure(aspirational)];
  return low === undefined || high === undefined ? undefined : { minimum: low, aspirational: high };
}

function sameFigures(one: TargetFigures | undefined, other: TargetFigures | undefined): boolean {
  return one?.minimum === other?.minimum && one?.aspirational === other?.aspirational;
}

/** Whether figures can be typed for it now. */
export function isOpen({ can }: Pick<SchoolTarget, 'can'>): boolean {
  return can.propose || can.raise;
}

/**
 * What the fields of a table of targets hold after a block from a spreadsheet was pasted at one of them, and held before;
 * undefined for a single value, which is an ordinary paste. Targets that are not open keep theirs.
 */
export function pasted(
  targets: readonly SchoolTarget[],
  typed: Typed,
  at: { readonly target: SchoolTarget; readonly which: keyof TypedFigures },
  block: string,
): { readonly figures: Typed; readonly before: Typed; readonly block: LaidBlock } | undefined {
  const place = (target: SchoolTarget, which: keyof TypedFigures) => `${keyOf(target)} ${which}`;
  const grid = targets.map((target) => FIELDS.map((which) => (isOpen(target) ? place(target, which) : undefined)));
  const laid = pasteInto(grid, place(at.target, at.which), block);
  if (laid === undefined) return undefined;
  const figures: Record<string, TypedFigures> = {};
  const before: Record<string, TypedFigures> = {};
  for (const target of targets) {
    const [minimum, aspirational] = FIELDS.map((which) => laid.inputs[place(target, which)]);
    if (minimum === undefined && aspirational === undefined) continue;
    const shown = shownIn(target, typed);
    before[keyOf(target)] = shown;
    figures[keyOf(target)] = {
      minimum: minimum ?? shown.minimum,
      aspirational: aspirational ?? shown.aspirational,
    };
  }
  return { figures, before, block: laid };
}

export interface ToPropose {
  readonly wanted: readonly TargetWanted[];
  /** How many of them are other than their starting point would make them: they need a reason. */
  readonly others: number;
  /** Names of targets of which one figure is missing. */
  readonly half: readonly string[];
}

/** What would be proposed now: targets without a proposal whose fields are filled, and those whose figures were changed. */
export function toPropose(targets: readonly SchoolTarget[], typed: Typed): ToPropose {
  const open = targets.filter(isOpen);
  const given = open.map((target) => ({ target, shown: shownIn(target, typed) }));
  const wanted = given.flatMap(({ target, shown }) => {
    const figures = figuresOf(shown);
    return figures && (target.state === 'missing' || !sameFigures(figures, target.latest)) ? [{ target, figures }] : [];
  });
  return {
    wanted: wanted.map(({ target, figures }) => ({ ...seen(target), figures })),
    others: wanted.filter(({ target, figures }) => !sameFigures(figures, target.filled.figures)).length,
    half: given
      .filter(({ shown: { minimum, aspirational } }) => (minimum.trim() === '') !== (aspirational.trim() === ''))
      .map(({ target }) => target.name),
  };
}

/** A target as it was seen, to take a step with. */
export function seen({ yearGroup, measure, history }: SchoolTarget): TargetWanted {
  return { ...(yearGroup ? { yearGroup } : {}), measure, seen: history.length };
}

function text(figure: number | undefined): string {
  return figure === undefined ? '' : String(figure);
}
