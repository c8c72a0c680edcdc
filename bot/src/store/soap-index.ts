/**
 * SOAP returns put together from their header, cohort and group rows. A revision is assembled again only when one of its
 * own rows changed. Rows without a header are nobody's facts; they are named as leftovers.
 */
import type { Cohort, HalfTermId, PupilGroup, SoapDraft, SoapReturn, TakenBack, TrustPolicy } from '@owls/policy';
import {
  type CohortRow,
  cohortReader,
  draftOfRows,
  type GroupRow,
  groupReader,
  type HeaderRow,
  headerReader,
  type RowsOf,
  returnOf,
  revisionKey,
} from '../soap/rows.ts';
import type { RowProblem } from '../world.ts';
import type { Item } from './item.ts';
import type { ListDefinition } from './list-definition.ts';
import { Projection } from './projection.ts';
import type { ListReplica } from './replica.ts';

interface Revision {
  header?: HeaderRow;
  readonly cohorts: Map<string, { readonly cohort: Cohort; readonly item: Item }>;
  readonly groups: Map<string, { readonly row: PupilGroup; readonly item: Item }>;
  submitted?: SoapReturn | undefined;
  draft?: SoapDraft;
}

/** The lists a return's rows stand in. */
type SoapLists = 'returns' | 'cohorts' | 'pupilGroups';

export class SoapIndex {
  readonly #revisions = new Map<string, Revision>();
  readonly #headers: Projection<HeaderRow>;
  readonly #cohorts: Projection<CohortRow>;
  readonly #groups: Projection<GroupRow>;
  /** Where each pupil group stands in the policy's order. */
  readonly #order: ReadonlyMap<string, number>;
  #returns: readonly SoapReturn[] | undefined;
  #drafts: readonly SoapDraft[] | undefined;
  #takenBack: readonly TakenBack[] | undefined;
  /** By half term and school, the last revision that was sent and the last that was taken back; made again when a header changes. */
  #last: Map<string, { readonly sent: number; readonly takenBack: number }> | undefined;

  constructor(
    policy: TrustPolicy,
    lists: Readonly<Record<SoapLists, ListDefinition>>,
    replicas: Readonly<Record<SoapLists, ListReplica>>,
  ) {
    this.#order = new Map(policy.soap.groups?.groups.map(({ key }, place) => [key, place]));
    const { timeZone } = policy.trust;
    this.#headers = new Projection(lists.returns, replicas.returns, timeZone, headerReader(policy), (before, after) =>
      this.#headerChanged(before, after),
    );
    this.#cohorts = new Projection(
      lists.cohorts,
      replicas.cohorts,
      timeZone,
      cohortReader(policy),
      (before, after, item) => this.#cohortChanged(before, after, item),
    );
    this.#groups = new Projection(
      lists.pupilGroups,
      replicas.pupilGroups,
      timeZone,
      groupReader(policy),
      (before, after, item) => this.#groupChanged(before, after, item),
    );
  }

  returns(): readonly SoapReturn[] {
    this.#returns ??= [...this.#revisions.values()].flatMap((revision) => {
      const sent = this.#submitted(revision);
      return sent && sent.revision > this.#lastOf(sent.urn, sent.halfTerm).takenBack ? sent : [];
    });
    return this.#returns;
  }

  /** Every taking back, those sent again since included; the same array until a header changes. */
  takenBack(): readonly TakenBack[] {
    this.#takenBack ??= this.#headers.values().flatMap(({ takenBack }) => takenBack ?? []);
    return this.#takenBack;
  }

  /** What is being worked on: drafts later than the last revision that was sent. */
  drafts(): readonly SoapDraft[] {
    this.#drafts ??= [...this.#revisions.values()].flatMap((revision) => {
      const { header } = revision;
      if (header?.state !== 'draft' || header.revision <= this.lastSent(header.urn, header.halfTerm)) return [];
      return this.#asDraft(revision) ?? [];
    });
    return this.#drafts;
  }

  draft(urn: string, halfTerm: HalfTermId): SoapDraft | undefined {
    return this.drafts().find((draft) => draft.urn === urn && draft.halfTerm === halfTerm);
  }

  /** Number of the last revision that was sent, be it taken back since; 0 where none was. */
  lastSent(urn: string, halfTerm: HalfTermId): number {
    return this.#lastOf(urn, halfTerm).sent;
  }

  #lastOf(urn: string, halfTerm: HalfTermId): { readonly sent: number; readonly takenBack: number } {
    if (this.#last === undefined) {
      this.#last = new Map();
      for (const { state, halfTerm: ht, urn: of, revision } of this.#headers.values()) {
        if (state === 'draft') continue;
        const { sent, takenBack } = this.#last.get(`${ht}/${of}`) ?? NEVER;
        this.#last.set(`${ht}/${of}`, {
          sent: Math.max(sent, revision),
          takenBack: state === 'taken back' ? Math.max(takenBack, revision) : takenBack,
        });
      }
    }
    return this.#last.get(`${halfTerm}/${urn}`) ?? NEVER;
  }

  /** What stands in the rows of a revision now, submitted or not. */
  content(
    key: string,
  ): { readonly header: HeaderRow; readonly draft: SoapDraft; readonly submitted?: SoapReturn } | undefined {
    const revision = this.#revisions.get(key);
    if (revision?.header === undefined) return undefined;
    const draft = this.#asDraft(revision);
    const submitted = this.#submitted(revision);
    if (draft === undefined) return undefined;
    return { header: revision.header, draft, ...(submitted === undefined ? {} : { submitted }) };
  }

  cohortItems(key: string): readonly { readonly cohort: Cohort; readonly item: Item }[] {
    return [...(this.#revisions.get(key)?.cohorts.values() ?? [])];
  }

  groupItems(key: string): readonly { readonly row: PupilGroup; readonly item: Item }[] {
    return [...(this.#revisions.get(key)?.groups.values() ?? [])];
  }

  /** Cohort and group rows that no header names. */
  leftovers(): readonly { readonly list: 'cohorts' | 'pupilGroups'; readonly item: Item }[] {
    return [...this.#revisions.values()]
      .filter(({ header }) => header === undefined)
      .flatMap(({ cohorts, groups }) => [
        ...[...cohorts.values()].map(({ item }) => ({ list: 'cohorts' as const, item })),
        ...[...groups.values()].map(({ item }) => ({ list: 'pupilGroups' as const, item })),
      ]);
  }

  problems(): readonly RowProblem[] {
    return [...this.#headers.problems(), ...this.#cohorts.problems(), ...this.#groups.problems()];
  }

  #headerChanged(before: HeaderRow | undefined, after: HeaderRow | undefined): void {
    this.#last = undefined;
    this.#takenBack = undefined;
    for (const header of [before, after]) if (header !== undefined) this.#changed(revisionKey(header));
    if (before !== undefined && after === undefined) delete this.#revision(revisionKey(before)).header;
    if (after !== undefined) this.#revision(revisionKey(after)).header = after;
  }

  #cohortChanged(before: CohortRow | undefined, after: CohortRow | undefined, item: Item): void {
    if (before !== undefined) this.#changed(revisionKey(before)).cohorts.delete(item.id);
    if (after !== undefined) this.#changed(revisionKey(after)).cohorts.set(item.id, { cohort: after.cohort, item });
  }

  #groupChanged(before: GroupRow | undefined, after: GroupRow | undefined, item: Item): void {
    if (before !== undefined) this.#changed(revisionKey(before)).groups.delete(item.id);
    if (after !== undefined) this.#changed(revisionKey(after)).groups.set(item.id, { row: after.row, item });
  }

  #changed(key: string): Revision {
    const revision = this.#revision(key);
    delete revision.submitted;
    delete revision.draft;
    this.#drafts = undefined;
    this.#returns = undefined;
    return revision;
  }

  #revision(key: string): Revision {
    const known = this.#revisions.get(key);
    if (known !== undefined) return known;
    const revision: Revision = { cohorts: new Map(), groups: new Map() };
    this.#revisions.set(key, revision);
    return revision;
  }

  #submitted(revision: Revision): SoapReturn | undefined {
    if (revision.header === undefined) return undefined;
    revision.submitted ??= returnOf(revision.header, this.#rowsOf(revision));
    return revision.submitted;
  }

  #asDraft(revision: Revision): SoapDraft | undefined {
    const { header } = revision;
    if (header === undefined) return undefined;
    revision.draft ??= draftOfRows({ ...header, version: versionOf(header.version, revision) }, this.#rowsOf(revision));
    return revision.draft;
  }

  #rowsOf({ cohorts, groups }: Revision): RowsOf {
    const place = ({ group }: PupilGroup): number => this.#order.get(group) ?? this.#order.size;
    return {
      cohorts: [...cohorts.values()].map(({ cohort }) => cohort),
      groups: [...groups.values()].map(({ row }) => row).sort((one, other) => place(one) - place(other)),
    };
  }
}

const NEVER = { sent: 0, takenBack: 0 };

/**
 * A draft's version covers its rows too, so that one changed by hand in SharePoint is noticed like any other change: the
 * header's ETag, how many rows, and the sum of their own version numbers.
 */
function versionOf(header: string, { cohorts, groups }: Revision): string {
  const numbers = [...cohorts.values(), ...groups.values()].map(({ item }) =>
    Number(/,(\d+)"?$/.exec(item.version)?.[1] ?? 0),
  );
  return `${header}+${numbers.length}.${numbers.reduce((sum, number) => sum + number, 0)}`;
}
