/** Keeps what others saw of schools from outside (M28): a row each, changed only as the person saw it. */
import { type Inspection, type InspectionGiven, type InspectionsPolicy, inspectionInWords } from '@owls/policy';
import { inspectionFields } from '../inspections/rows.ts';
import { type AuditEntry, type By, Conflict, type InspectionStore } from '../world.ts';
import type { Projection } from './projection.ts';
import type { ListReplica } from './replica.ts';
import { Turns } from './turns.ts';
import { settled, type Writer } from './writer.ts';

interface Parts {
  readonly projection: Projection<Inspection>;
  readonly replica: ListReplica;
  /** Knows the frameworks of every edition. */
  readonly policy: InspectionsPolicy;
  readonly writer: Writer;
  readonly now: () => string;
  readonly refresh: () => Promise<void>;
  /** The half term under which the audit files what is done now. */
  readonly halfTerm: () => string | undefined;
}

export class InspectionRows implements InspectionStore {
  readonly #parts: Parts;
  readonly #turns = new Turns();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  save(given: InspectionGiven, version: string | undefined, by: By): Promise<Inspection> {
    const { projection, replica, policy, writer, refresh } = this.#parts;
    return this.#turns.of(given.id, async () => {
      if (replica.byKey(given.id)?.version !== version) await refresh();
      const item = replica.byKey(given.id);
      const before = projection.get(given.id);
      // An id of another school's record is somebody's mistake or worse.
      if (before !== undefined && before.urn !== given.urn) throw new Conflict(undefined);
      const fields = inspectionFields(policy, { ...given, by: by.person, at: this.#parts.now() });
      // Sent again because its answer was lost: who wrote it and when is the only difference.
      const { At: _at, By: _by, ...said } = fields;
      if (item !== undefined && before !== undefined && writer.holds('inspections', item, said)) return before;
      if (item?.version !== version) throw new Conflict(before);
      const entry: AuditEntry = {
        ...this.#entry(before === undefined ? 'inspection.recorded' : 'inspection.corrected', given.urn, by),
        ...(before === undefined ? {} : { from: inspectionInWords(policy, before) }),
        to: inspectionInWords(policy, given),
      };
      const list = 'inspections' as const;
      const change = item === undefined ? { list, create: fields } : { list, item, set: fields };
      const outcome = settled((await writer.apply([change], [entry]))[0]);
      if (outcome.state !== 'done') await refresh();
      const after = projection.get(given.id);
      if (after === undefined || outcome.state !== 'done') throw new Conflict(after);
      return after;
    });
  }

  async remove(id: string, version: string, by: By): Promise<void> {
    const { projection, replica, policy, writer } = this.#parts;
    await this.#turns.of(id, async () => {
      const item = replica.byKey(id);
      const before = projection.get(id);
      if (item === undefined || before === undefined) return;
      if (item.version !== version) throw new Conflict(before);
      const entry = { ...this.#entry('inspection.taken out', before.urn, by), from: inspectionInWords(policy, before) };
      const outcome = await writer.applyOne({ list: 'inspections', remove: item }, [entry]);
      if (outcome.state === 'conflict') throw new Conflict(projection.get(id) ?? before);
    });
  }

  #entry(action: string, school: string, { person, surface }: By): AuditEntry {
    const halfTerm = this.#parts.halfTerm();
    return {
      ...{ at: this.#parts.now(), person, surface, action, school, field: 'inspection' },
      ...(halfTerm === undefined ? {} : { halfTerm }),
    };
  }
}
