/**
 * Keeps SOAP returns (M13, M14). A draft's header goes first under its ETag, which settles who of two people was
 * first; its year groups and pupil groups follow in the same request, only those that changed. Submitting flips the
 * header's state; taking back makes the next draft first and flips it again, so that a crash between the two loses
 * nothing.
 */
import type { HalfTermId, SoapDraft, SoapReturn, TrustPolicy } from '@owls/policy';
import type { AuditEntry } from '../service-stores.ts';
import {
  cohortFields,
  cohortKey,
  groupFields,
  groupKey,
  headerFields,
  type RevisionId,
  revisionKey,
  submittedFields,
  takenBackFields,
} from '../soap/rows.ts';
import type { DraftContent, SoapStore } from '../stores.ts';
import { type By, Conflict } from '../writes.ts';
import { changes as changedFields } from './field-values.ts';
import type { Item } from './item.ts';
import type { Fields, ListDefinition } from './list-definition.ts';
import type { Replicas } from './replicas.ts';
import { figureChanges } from './soap-changes.ts';
import type { SoapIndex } from './soap-index.ts';
import { Turns } from './turns.ts';
import { type Change, type Outcome, settled, type Writer } from './writer.ts';

/** The lists of the rows under a header. */
type RowList = 'cohorts' | 'pupilGroups';

interface Parts {
  readonly policy: TrustPolicy;
  readonly index: SoapIndex;
  readonly replicas: Replicas;
  readonly lists: Readonly<Record<'returns' | RowList, ListDefinition>>;
  readonly writer: Writer;
  /** Tenant time as an ISO instant in whole seconds. */
  readonly now: () => string;
  readonly refresh: () => Promise<void>;
}

export class SoapRows implements SoapStore {
  readonly #parts: Parts;
  readonly #turns = new Turns();
  /** Saves of which the header was written and a row was not: the next try by the same person goes on. */
  readonly #unfinished = new Map<string, { readonly seen: string | undefined; readonly by: string }>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  saveDraft(
    urn: string,
    halfTerm: HalfTermId,
    content: DraftContent,
    version: string | undefined,
    by: By,
  ): Promise<SoapDraft> {
    return this.#turns.of(`${halfTerm}/${urn}`, async () => {
      const current = await this.#draftSeen(urn, halfTerm, version, by);
      if (current === 'another') {
        const there = this.#standing(urn, halfTerm);
        if (there === undefined) return this.#save(this.#next(urn, halfTerm), content, version, by);
        if (isSame(there, content) && there.savedBy === by.person && this.#isDraft(there)) return there;
        throw new Conflict(there);
      }
      return this.#save(current ?? this.#next(urn, halfTerm), content, version, by);
    });
  }

  submit(draft: SoapDraft, by: By): Promise<SoapReturn> {
    return this.#turns.of(`${draft.halfTerm}/${draft.urn}`, async () => {
      const key = revisionKey(draft);
      if (this.#parts.index.content(key)?.draft.version !== draft.version) await this.#parts.refresh();
      const there = this.#parts.index.content(key);
      const already = this.#submittedBy(key, by);
      if (already !== undefined) return already;
      const header = this.#parts.replicas.returns.byKey(key);
      if (there === undefined || header === undefined) throw new Conflict(draft, 'The draft is no longer there.');
      if (there.submitted !== undefined || there.draft.version !== draft.version) throw new Conflict(there.draft);
      const outcome = await this.#parts.writer.applyOne(
        { list: 'returns', item: header, set: submittedFields(this.#parts.now(), by.person) },
        this.#submissionEntries(there.draft, by),
      );
      if (outcome.state !== 'done') await this.#parts.refresh();
      const submitted = this.#submittedBy(key, by);
      if (submitted === undefined) throw new Conflict(this.#parts.index.content(key)?.draft ?? draft);
      return submitted;
    });
  }

  takeBack(sent: Pick<SoapReturn, 'urn' | 'halfTerm' | 'revision'>, because: string, by: By): Promise<SoapDraft> {
    const { urn, halfTerm } = sent;
    return this.#turns.of(`${halfTerm}/${urn}`, async () => {
      const { index, replicas, writer, now, refresh } = this.#parts;
      const key = revisionKey(sent);
      if (index.content(key)?.submitted === undefined || index.lastSent(urn, halfTerm) !== sent.revision)
        await refresh();
      const there = index.content(key);
      if (there?.submitted !== undefined && index.lastSent(urn, halfTerm) === sent.revision) {
        await this.#draftOfSent(there.draft, by);
        const header = replicas.returns.byKey(key);
        if (header === undefined) throw new Conflict(there.draft);
        const outcome = await writer.applyOne(
          { list: 'returns', item: header, set: takenBackFields(now(), by.person, because) },
          [
            {
              ...{ at: now(), person: by.person, school: urn, halfTerm, surface: by.surface },
              ...{ action: 'soap.taken back', field: 'revision', from: String(sent.revision) },
              ...(because === '' ? {} : { why: because }),
            },
          ],
        );
        if (outcome.state !== 'done') await refresh();
      }
      const draft = index.draft(urn, halfTerm);
      if (index.content(key)?.header.state !== 'taken back' || draft === undefined) {
        throw new Conflict(this.#standing(urn, halfTerm), 'This was changed since you opened it.');
      }
      return draft;
    });
  }

  /** Where nobody has begun a change already, what was sent becomes the draft of the next revision. */
  async #draftOfSent(sent: SoapDraft, by: By): Promise<void> {
    const { urn, halfTerm } = sent;
    if (this.#parts.index.draft(urn, halfTerm) !== undefined) return;
    try {
      await this.#save(this.#next(urn, halfTerm), sent, undefined, by, []);
    } catch (error) {
      // Somebody else was first with the draft, and theirs goes on.
      if (!(error instanceof Conflict) || this.#parts.index.draft(urn, halfTerm) === undefined) throw error;
    }
  }

  /** Removes rows that no header names and that are older than `before`; tells how many. */
  async sweep(before: string): Promise<number> {
    const leftovers = this.#parts.index
      .leftovers()
      .filter(({ item }) => item.modified !== '' && item.modified < before);
    const outcomes = await this.#parts.writer.apply(leftovers.map(({ list, item }) => ({ list, remove: item })));
    return outcomes.filter(({ state }) => state === 'done').length;
  }

  /** The draft the person saw; undefined if they saw none and there is none; 'another' if something else stands there. */
  async #draftSeen(
    urn: string,
    halfTerm: HalfTermId,
    version: string | undefined,
    by: By,
  ): Promise<SoapDraft | undefined | 'another'> {
    const { index, refresh } = this.#parts;
    if (index.draft(urn, halfTerm)?.version !== version) await refresh();
    const current = index.draft(urn, halfTerm);
    if (current?.version === version) return current;
    const unfinished = this.#unfinished.get(current === undefined ? '' : revisionKey(current));
    if (unfinished !== undefined && unfinished.seen === version && unfinished.by === by.person) return current;
    return 'another';
  }

  async #save(
    id: RevisionId,
    content: DraftContent,
    seen: string | undefined,
    by: By,
    audited?: readonly AuditEntry[],
  ): Promise<SoapDraft> {
    const { policy, replicas, writer, index, now } = this.#parts;
    const key = revisionKey(id);
    const header = replicas.returns.byKey(key);
    const fields = headerFields(policy, id, { ...content, savedAt: now(), savedBy: by.person });
    const first: Change =
      header === undefined
        ? { list: 'returns', create: fields }
        : { list: 'returns', item: header, set: withoutId(fields) };
    const entries =
      audited ?? this.#draftEntries(id, header === undefined ? undefined : index.content(key)?.draft.savedBy, by);
    let outcomes: Outcome[];
    try {
      outcomes = await writer.apply([first, ...this.#rowChanges(id, content)], entries);
    } catch (error) {
      this.#unfinished.set(key, { seen, by: by.person });
      throw error;
    }
    const [ofHeader, ...ofRows] = outcomes;
    const headerDone = settled(ofHeader).state === 'done';
    if (headerDone && ofRows.some(({ state }) => state === 'failed')) {
      this.#unfinished.set(key, { seen, by: by.person });
    } else this.#unfinished.delete(key);
    const refused = outcomes.some((outcome) => settled(outcome).state !== 'done');
    if (refused) await this.#parts.refresh();
    const there = index.content(key)?.draft;
    if (refused || there === undefined) throw new Conflict(there ?? this.#asSaved(id, content, by));
    return there;
  }

  #rowChanges(id: RevisionId, { cohorts, groups = [] }: DraftContent): Change[] {
    const { policy, index } = this.#parts;
    const key = revisionKey(id);
    return [
      ...this.#listChanges(
        'cohorts',
        cohorts.map((cohort) => ({ key: cohortKey(id, cohort.year), fields: cohortFields(policy, id, cohort) })),
        index.cohortItems(key).map(({ cohort, item }) => ({ key: cohortKey(id, cohort.year), item })),
      ),
      ...this.#listChanges(
        'pupilGroups',
        groups.map((row) => ({ key: groupKey(id, row.group), fields: groupFields(policy, id, row) })),
        index.groupItems(key).map(({ row, item }) => ({ key: groupKey(id, row.group), item })),
      ),
    ];
  }

  /** What has to be written and removed for a list to hold these rows of a revision and no others. */
  #listChanges(
    list: RowList,
    rows: readonly { readonly key: string; readonly fields: Fields }[],
    there: readonly { readonly key: string; readonly item: Item }[],
  ): Change[] {
    const { policy, replicas, lists } = this.#parts;
    const written = rows.flatMap(({ key, fields }): Change[] => {
      const item = replicas[list].byKey(key);
      if (item === undefined) return [{ list, create: fields, after: 0 }];
      const set = changedFields(lists[list], policy.trust.timeZone, item, fields);
      return Object.keys(set).length === 0 ? [] : [{ list, item, set, after: 0 }];
    });
    const dropped = there
      .filter(({ key }) => !rows.some((row) => row.key === key))
      .map(({ item }): Change => ({ list, remove: item, after: 0 }));
    return [...written, ...dropped];
  }

  #next(urn: string, halfTerm: HalfTermId): RevisionId {
    return { urn, halfTerm, revision: this.#parts.index.lastSent(urn, halfTerm) + 1 };
  }

  /** What a person who saw something else is shown: the draft, or else the last submitted revision. */
  #standing(urn: string, halfTerm: HalfTermId): SoapDraft | undefined {
    const { index } = this.#parts;
    const revision = index.lastSent(urn, halfTerm);
    return index.draft(urn, halfTerm) ?? index.content(revisionKey({ urn, halfTerm, revision }))?.draft;
  }

  #isDraft(id: RevisionId): boolean {
    return this.#parts.index.content(revisionKey(id))?.submitted === undefined;
  }

  #submittedBy(key: string, by: By): SoapReturn | undefined {
    const submitted = this.#parts.index.content(key)?.submitted;
    return submitted?.submittedBy === by.person ? submitted : undefined;
  }

  #asSaved(id: RevisionId, content: DraftContent, by: By): SoapDraft {
    return { ...id, ...content, savedAt: this.#parts.now(), savedBy: by.person, version: '' };
  }

  /** A draft is audited when it is begun and when somebody else goes on with it; who saved it last stands in the row. */
  #draftEntries({ urn, halfTerm }: RevisionId, savedBefore: string | undefined, by: By): AuditEntry[] {
    if (savedBefore === by.person) return [];
    const entry = { at: this.#parts.now(), person: by.person, school: urn, halfTerm, surface: by.surface };
    if (savedBefore === undefined) return [{ ...entry, action: 'soap.draft begun' }];
    return [{ ...entry, action: 'soap.draft taken over', from: savedBefore, to: by.person }];
  }

  /** A first submission is one entry; a later one names each figure that changed since the one before. */
  #submissionEntries(draft: SoapDraft, by: By): AuditEntry[] {
    const { urn, halfTerm, revision } = draft;
    const entry = { at: this.#parts.now(), person: by.person, school: urn, halfTerm, surface: by.surface };
    const before = this.#parts.index.content(revisionKey({ urn, halfTerm, revision: revision - 1 }))?.draft;
    const sent: AuditEntry = { ...entry, action: 'soap.submitted', field: 'revision', to: String(revision) };
    if (before === undefined) return [sent];
    const changed = figureChanges(before, draft).map((change) => ({ ...entry, action: 'soap.changed', ...change }));
    return [{ ...sent, from: String(before.revision) }, ...changed];
  }
}

function withoutId({ Key, Title, School, HalfTerm, Revision, ...rest }: ReturnType<typeof headerFields>) {
  return rest;
}

function isSame(draft: SoapDraft, content: DraftContent): boolean {
  return figureChanges(draft, content).length === 0;
}
