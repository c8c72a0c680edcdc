import { dayInWords } from '../calendar/day-in-words.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import { date } from '../policy-values.ts';

/** Something agreed in a meeting of the trust or in an analysis of results, chased until it is done. */
export interface Action {
  readonly id: string;
  /** Key of the meeting, or of the analysis, it was agreed in. */
  readonly meeting: string;
  /** The area of the analysis' need it answers, and how it will be seen that it worked (M18). */
  readonly need?: string;
  readonly success?: string;
  /** The school it is about. */
  readonly urn?: string;
  readonly text: string;
  /** Person id of who does it. */
  readonly owner: string;
  /** ISO date by which it is done. */
  readonly by: string;
  /** ISO date on which it was done. */
  readonly done?: string;
}

export type ActionAgreed =
  | { readonly ok: true; readonly action: Action }
  | { readonly ok: false; readonly says: string; readonly why: Why };

/** Whether an action can be kept: it says what, somebody on record owns it, and its day is not before the meeting's. */
export function agreed(
  facts: Pick<Facts, 'people'>,
  meeting: { readonly key: string; readonly start: string; readonly rule: string; readonly urn?: string },
  given: Pick<Action, 'id' | 'text' | 'owner' | 'by'>,
): ActionAgreed {
  const held = meeting.start.slice(0, 10);
  const says =
    given.text.trim() === ''
      ? 'Say what is to be done.'
      : !facts.people.some(({ id }) => id === given.owner)
        ? 'Name somebody on record as its owner.'
        : !date.safeParse(given.by).success || given.by < held
          ? `Give a date on or after ${held}, such as ${held}.`
          : undefined;
  if (says !== undefined) {
    const because = ['An action needs a text, an owner and a date, so that it can be chased.'];
    return { ok: false, says, why: { rule: meeting.rule, because, wouldChange: says } };
  }
  const { id, owner, by } = given;
  const school = meeting.urn === undefined ? {} : { urn: meeting.urn };
  return { ok: true, action: { id, meeting: meeting.key, ...school, text: given.text.trim(), owner, by } };
}

/** Actions not done, soonest first: those of the meetings named, of every meeting where none is. */
export function openActions(actions: readonly Action[], meetings?: ReadonlySet<string>): readonly Action[] {
  return actions
    .filter(({ done, meeting }) => done === undefined && (meetings?.has(meeting) ?? true))
    .sort((one, other) => (`${one.by} ${one.id}` < `${other.by} ${other.id}` ? -1 : 1));
}

/** An action as an agenda shows it: "Check the reading scheme (Harriet Coombe, by Fri 2 Oct)". */
export function actionLine({ people }: Pick<Facts, 'people'>, { text, owner, by }: Action): string {
  const name = people.find(({ id }) => id === owner)?.name ?? 'nobody on record';
  return `${text} (${name}, by ${dayInWords(by)})`;
}
