import type { Facts, Person, Target, TargetDoing, TargetRecords, TargetsForBoard, TargetWanted } from '@owls/policy';
import {
  access,
  answerBoardQuestion,
  approveTrustTargets,
  askBoardQuestion,
  NO_RECORDS,
  OWLS,
  putsOf,
  putToBoard,
  schoolTargetsView,
  takeApprovalBack,
  takeTargetSteps,
  targetsView,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { type Answer, type Body, found, ok, type Route, refuse } from './routing.ts';

interface Given {
  facts(): Facts;
  keep(facts: Facts): void;
  readonly person: Person;
  readonly now: Temporal.Instant;
  /** The first step meets one that somebody else took a moment before. */
  readonly elsewhere: boolean;
}

/** The API of targets over an example's facts; all that is decided is decided by the policy. */
export function targetsRoutes({ facts, keep, person, now, elsewhere }: Given): readonly Route[] {
  let meddled = !elsewhere;
  const at = now.toString({ smallestUnit: 'second' });
  const records = () => facts().records?.targets ?? NO_RECORDS.targets;
  const keepRecords = (targets: Partial<TargetRecords>) => {
    keep({ ...facts(), records: { ...facts().records, targets: { ...records(), ...targets } } });
  };
  const all = (year?: string) => found(targetsView(OWLS, facts(), person, now, year));
  const one = (year: string, urn: string) => schoolTargetsView(OWLS, facts(), person, urn, year, now);
  const replaced = (changed: readonly Target[]) => {
    const key = ({ urn, academicYear, yearGroup, measure }: Target) => `${academicYear}/${urn}/${yearGroup}/${measure}`;
    const keys = new Set(changed.map(key));
    keepRecords({ targets: [...records().targets.filter((target) => !keys.has(key(target))), ...changed] });
  };

  const step = (year: string, urn: string, body: Body): Answer => {
    const school = facts().schools.find((each) => each.urn === urn);
    if (!school || !one(year, urn)) return found(undefined);
    const { doing = 'propose', targets: wanted = [], why = '' } = body as Stepping;
    const take = (by: string, words: string) =>
      takeTargetSteps(OWLS, facts(), records().targets, school, year, { doing, wanted, why: words, by, at });
    if (!meddled) {
      meddled = true;
      const theirs = take(person.id, 'On another screen.');
      if (theirs.ok) replaced(theirs.changed.map((target) => withOther(target)));
    }
    const taken = take(person.id, why);
    if (taken.ok) replaced(taken.changed);
    else if ('findings' in taken) {
      const [first] = taken.findings;
      const error = { code: 'findings', message: first?.says };
      return { status: 422, body: { error, findings: taken.findings } };
    } else {
      const error = { code: 'conflict', message: `This was changed since you opened it: ${taken.stale.join(', ')}.` };
      return { status: 409, body: { error, current: one(year, urn) } };
    }
    return found(one(year, urn));
  };

  const board = (year: string, what: string, body: Body): Answer => {
    const { says = '', answer, question = 0 } = body as Answering;
    const said = { by: person.id, at, says };
    const puts = putsOf(records().forBoard, year);
    const last = puts.at(-1);
    const made =
      what === 'put'
        ? putToBoard(OWLS, OWLS.targets, facts(), records().targets, year, said)
        : last && boardMade(last, what, answer, question, said);
    if (!made) return found(undefined);
    if (!made.ok) return refuse(422, 'findings', `${made.why.because.join(' ')} ${made.says}`);
    const before = what === 'put' ? records().forBoard : records().forBoard.filter((put) => put !== last);
    keepRecords({ forBoard: [...before, made.forBoard] });
    return all(year);
  };
  const boardMade = (
    last: TargetsForBoard,
    what: string,
    answer: Answering['answer'],
    question: number,
    said: { readonly by: string; readonly at: string; readonly says: string },
  ) =>
    what === 'reply'
      ? answerBoardQuestion(facts(), last, question, said)
      : answer === 'asks'
        ? askBoardQuestion(OWLS.targets, facts(), last, said)
        : answer === 'takes back'
          ? takeApprovalBack(OWLS.targets, last, said)
          : approveTrustTargets(OWLS.targets, facts(), last, said);

  return [
    [/^GET \/api\/targets$/, () => all()],
    [/^GET \/api\/targets\/([^/]+)$/, ([year]) => all(year)],
    [/^GET \/api\/targets\/([^/]+)\/schools\/(.+)$/, ([year = '', urn = '']) => found(one(year, urn))],
    [/^POST \/api\/targets\/([^/]+)\/schools\/(.+)\/steps$/, ([year = '', urn = ''], body) => step(year, urn, body)],
    [
      /^POST \/api\/targets\/([^/]+)\/board\/(put|answer|reply)$/,
      ([year = '', what = ''], body) =>
        access(OWLS, person, 'board.read', facts()).allowed ? board(year, what, body) : ok({}),
    ],
  ];
}

interface Stepping {
  readonly doing?: TargetDoing;
  readonly targets?: readonly TargetWanted[];
  readonly why?: string;
}
interface Answering {
  readonly answer?: 'approves' | 'asks' | 'takes back';
  readonly says?: string;
  readonly question?: number;
}

/** The same step with other figures, as somebody else might have taken it. */
function withOther(target: Target): Target {
  const last = target.revisions.at(-1);
  const other = last && { ...last, aspirational: Math.min(100, last.aspirational + 1) };
  return { ...target, revisions: [...target.revisions.slice(0, -1), ...(other ? [other] : [])] };
}
