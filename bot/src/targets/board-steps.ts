/** What is done about the trust's targets with the board, for the tab and the chat alike: decided by the policy (M22). */
import {
  access,
  answerBoardQuestion,
  approveTrustTargets,
  askBoardQuestion,
  type Decision,
  type Person,
  putsOf,
  putToBoard,
  takeApprovalBack,
} from '@owls/policy';
import { momentValue } from '../store/field-values.ts';
import type { World } from '../world.ts';
import { type By, Conflict } from '../writes.ts';

export type BoardStep =
  /** `put` counts what was put to the board before; of the others it names what the person saw, 1 for the first. */
  | { readonly does: 'put'; readonly put: number }
  | { readonly does: 'approve'; readonly put: number }
  | { readonly does: 'take back'; readonly put: number }
  | { readonly does: 'ask'; readonly put: number; readonly says: string }
  | { readonly does: 'reply'; readonly put: number; readonly question: number; readonly says: string };

/** Why a step was not taken, by the policy. */
export interface BoardFault {
  readonly says: string;
  readonly why: { readonly rule: string; readonly because: readonly string[] };
}

export function mayBoardStep({ policy, facts }: World, person: Person, { does }: Pick<BoardStep, 'does'>): Decision {
  const action = does === 'put' || does === 'reply' ? 'target.agree' : 'targets.approve';
  return access(policy, person, action, facts());
}

/** The fault as people read it: why, and what to do. */
export function faultInWords({ says, why }: BoardFault): string {
  return `${why.because.join(' ')} ${says}`;
}

/** Why the person's approval of what was put last can't be taken back now; undefined where it can, or nothing was put. */
export function whyNotTakenBack(world: World, person: Person, year: string): BoardFault | undefined {
  const put = putsOf(world.facts().records?.targets?.forBoard ?? [], year).at(-1);
  if (put === undefined) return undefined;
  const made = takeApprovalBack(world.policy.targets, put, { by: person.id, at: momentValue(world.now()) });
  return made.ok ? undefined : made;
}

/** Takes the step; what was done already is left as it is. Throws Conflict where others were put to the board since. */
export async function boardStep(
  world: World,
  person: Person,
  year: string,
  step: BoardStep,
  surface: By['surface'],
): Promise<BoardFault | undefined> {
  const { policy, targets: store } = world;
  // Another's approval may just have been the last that was needed.
  if (step.does === 'take back') await world.refresh();
  const facts = world.facts();
  const [given, by] = [
    { by: person.id, at: momentValue(world.now()) },
    { person: person.id, surface },
  ];
  const { targets = [], forBoard = [] } = facts.records?.targets ?? {};
  const puts = putsOf(forBoard, year);
  if (puts.length !== step.put) throw new Conflict(undefined, 'Other targets were put to the board meanwhile.');
  if (step.does === 'put') {
    const made = putToBoard(policy, policy.targets, facts, targets, year, given);
    if (!made.ok) return made;
    await store.put(made.forBoard, step.put, by);
    return undefined;
  }
  const put = puts.at(-1);
  if (put === undefined) throw new Conflict(undefined, 'Nothing was put to the board yet.');
  if (step.does === 'approve') {
    if (put.approvals.some((one) => one.by === person.id)) return undefined;
    const made = approveTrustTargets(policy.targets, facts, put, given);
    if (!made.ok) return made;
    await store.approve(put, by);
    return undefined;
  }
  if (step.does === 'take back') {
    // Pressed twice.
    const mine = ({ by: who }: { readonly by: string }) => who === person.id;
    if (!put.approvals.some(mine) && put.takenBack?.some(mine)) return undefined;
    const made = takeApprovalBack(policy.targets, put, given);
    if (!made.ok) return made;
    await store.takeBack(put, by);
    return undefined;
  }
  const says = step.says.trim();
  const made =
    step.does === 'ask'
      ? askBoardQuestion(policy.targets, facts, put, { ...given, says })
      : answerBoardQuestion(facts, put, step.question, { ...given, says });
  if (!made.ok) return made;
  await (step.does === 'ask' ? store.ask(put, says, by) : store.answer(put, step.question, says, by));
  return undefined;
}
