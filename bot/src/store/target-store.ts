/** Keeps targets and what the board answers (M20-M22): rows are only added, and the unique key lets one be first. */
import type { Target, TargetsForBoard } from '@owls/policy';
import type { AuditEntry } from '../service-stores.ts';
import type { TargetStore } from '../stores.ts';
import {
  answerFields,
  approvalKey,
  type BoardAnswerRow,
  type PutRow,
  putFields,
  putKey,
  questionKey,
  replyKey,
  takenBackKey,
  targetFields,
  targetKey,
  trustTargetFields,
} from '../targets/rows.ts';
import { type By, Conflict } from '../writes.ts';
import type { TargetIndex } from './target-index.ts';
import { Turns } from './turns.ts';
import { type Change, settled, type Writer } from './writer.ts';

interface Parts {
  readonly index: TargetIndex;
  readonly writer: Writer;
  readonly now: () => string;
  readonly refresh: () => Promise<void>;
}

export class TargetRows implements TargetStore {
  readonly #parts: Parts;
  readonly #turns = new Turns();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async step(targets: readonly Target[], did: string, by: By): Promise<void> {
    const [first] = targets;
    if (first === undefined) return;
    const { index, writer, refresh } = this.#parts;
    await this.#turns.of(first.urn, async () => {
      const seen = index.kept().targets;
      const stale = targets.some((target) => {
        const there = seen.find((one) => targetKey(one) === targetKey(target));
        return (there?.revisions.length ?? 0) !== target.revisions.length - 1;
      });
      if (stale) throw new Conflict(undefined);
      const inOrder = targets.toSorted((one, other) => (targetKey(one) < targetKey(other) ? -1 : 1));
      // All come after the first: of two instances that take the same step, the one whose first row is refused stops.
      const changes = inOrder.map((target, at): Change => {
        const revision = target.revisions.at(-1);
        if (revision === undefined) throw new RangeError(`${targetKey(target)} has no step to add.`);
        const create = targetFields(target, index.lastNumber(targetKey(target)) + 1, revision);
        return { list: 'targets', create, ...(at === 0 ? {} : { after: 0 }) };
      });
      const outcomes = await writer.apply(changes, [this.#entryOf(inOrder, did, by)]);
      const early = outcomes[0];
      const late = early?.state === 'duplicate' || outcomes.map(settled).some(({ state }) => state === 'duplicate');
      if (!late) return;
      await refresh();
      throw new Conflict(undefined);
    });
  }

  async put(forBoard: TargetsForBoard, before: number, by: By): Promise<void> {
    const { writer, refresh } = this.#parts;
    const { academicYear: year, targets, putBy, putAt } = forBoard;
    const put: PutRow = {
      ...{ year, number: before + 1, by: putBy, at: putAt },
      put: `${putKey(year, before + 1)}/${putAt}`,
    };
    // The board sees nothing of it before its own row stands there, which comes last.
    const rows = targets.map(
      (target): Change => ({ list: 'trustTargets', create: trustTargetFields(put.put, year, target) }),
    );
    for (const outcome of await writer.apply(rows)) settled(outcome);
    const entry = this.#entry(by, 'targets.put', putKey(year, put.number), `${targets.length}`);
    const { state } = await writer.applyOne({ list: 'boardPuts', create: putFields(put) }, [entry]);
    if (state === 'done') return;
    await refresh();
    throw new Conflict(undefined, 'They were put to the board a moment ago.');
  }

  async approve(forBoard: TargetsForBoard, by: By): Promise<void> {
    const put = this.#putOf(forBoard);
    const row = { put, answer: 'approves' as const, question: '', says: '' };
    const key = approvalKey(put, by.person, 1 + takenBackBy(forBoard, by.person));
    await this.#turns.of(put, () => this.#add({ ...row, key }, 'targets.approved', by));
  }

  async takeBack(forBoard: TargetsForBoard, by: By): Promise<void> {
    const put = this.#putOf(forBoard);
    const approval = approvalKey(put, by.person, 1 + takenBackBy(forBoard, by.person));
    // Whether enough have approved was decided on what was seen: an approval that came since may have been the last.
    await this.#turns.of(put, async () => {
      const { forBoard: kept } = this.#parts.index.kept();
      const there = kept.find(({ academicYear, putAt }) => put === this.#putOf({ academicYear, putAt }));
      if (!there?.approvals.some((one) => one.by === by.person)) return;
      if (there.approvals.length !== forBoard.approvals.length)
        throw new Conflict(undefined, 'Somebody else answered a moment ago: look at it again.');
      const row = { put, answer: 'is taken back' as const, question: approval, says: '' };
      await this.#add({ ...row, key: takenBackKey(approval) }, 'targets.approval taken back', by);
    });
  }

  async ask(forBoard: TargetsForBoard, says: string, by: By): Promise<void> {
    const put = this.#putOf(forBoard);
    const asked = (forBoard.questions ?? []).filter((one) => one.by === by.person);
    if (asked.some((one) => one.says === says && one.answer === undefined)) return;
    const key = questionKey(put, by.person, asked.length + 1);
    const added = await this.#add({ put, answer: 'asks', question: '', says, key }, 'targets.asked', by);
    if (!added) throw new Conflict(undefined);
  }

  async answer(forBoard: TargetsForBoard, place: number, says: string, by: By): Promise<void> {
    const put = this.#putOf(forBoard);
    const asked = forBoard.questions?.[place];
    const question = this.#parts.index.answers
      .values()
      .find(
        (row) =>
          row.put === put &&
          row.answer === 'asks' &&
          row.by === asked?.by &&
          row.at === asked.at &&
          row.says === asked.says,
      );
    if (question === undefined) throw new Conflict(undefined);
    const row = { put, answer: 'is answered' as const, question: question.key, says };
    const added = await this.#add({ ...row, key: replyKey(question.key) }, 'targets.answered', by);
    if (!added) throw new Conflict(undefined, 'It was answered a moment ago.');
  }

  #putOf({ academicYear, putAt }: Pick<TargetsForBoard, 'academicYear' | 'putAt'>): string {
    const found = this.#parts.index.puts.values().find(({ year, at }) => year === academicYear && at === putAt);
    if (found === undefined) throw new Conflict(undefined);
    return found.put;
  }

  /** Whether the row could be added: false where one with its key stands there already. */
  async #add(row: Omit<BoardAnswerRow, 'by' | 'at'>, did: string, by: By): Promise<boolean> {
    const { writer, now, refresh } = this.#parts;
    const entry = { ...this.#entry(by, did, row.put, row.says), why: row.says };
    const create = answerFields({ ...row, by: by.person, at: now() });
    const { state } = await this.#turns.of(row.key, () => writer.applyOne({ list: 'boardAnswers', create }, [entry]));
    if (state !== 'done') await refresh();
    return state === 'done';
  }

  /** One entry for the step as it was taken; what it changed in each target stands in the rows themselves. */
  #entryOf(targets: readonly Target[], did: string, by: By): AuditEntry {
    const [first] = targets;
    const told = targets.map(({ yearGroup, measure, revisions }) => {
      const { minimum, aspirational } = revisions.at(-1) ?? {};
      return `${yearGroup ?? 'school'} ${measure}: ${minimum} and ${aspirational}`;
    });
    return { ...this.#entry(by, did, `${targets.length}`, told.join('\n')), ...(first ? { school: first.urn } : {}) };
  }

  #entry(by: By, action: string, field: string, to: string): AuditEntry {
    return { at: this.#parts.now(), person: by.person, surface: by.surface, action, field, to };
  }
}

function takenBackBy({ takenBack = [] }: TargetsForBoard, person: string): number {
  return takenBack.filter(({ by }) => by === person).length;
}
