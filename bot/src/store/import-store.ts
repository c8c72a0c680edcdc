/** Does what an import's preview showed (M2): schools and published results, created and updated by their keys. */
import type { ImportPlan } from '@owls/policy';
import { resultFields, resultKey } from '../imports/rows.ts';
import type { AuditEntry, AuditStore } from '../service-stores.ts';
import type { ImportStore } from '../stores.ts';
import { schoolFields } from '../trust/rows.ts';
import type { By } from '../writes.ts';
import { changes as changedFields } from './field-values.ts';
import type { Fields, ListDefinition } from './list-definition.ts';
import type { Replicas } from './replicas.ts';
import { type Change, settled, type Writer } from './writer.ts';

interface Parts {
  readonly replicas: Replicas;
  readonly lists: { readonly schools: ListDefinition; readonly results: ListDefinition };
  readonly writer: Writer;
  readonly audit: AuditStore;
  readonly timeZone: string;
  readonly now: () => string;
}

/** Rows at a time: a batch's worth, so that progress moves and an interruption costs little. */
const AT_ONCE = 19;

export class ImportRows implements ImportStore {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async apply(
    plan: ImportPlan,
    by: By,
    progress: (done: number, total: number) => void,
  ): Promise<{ readonly created: number; readonly updated: number; readonly results: number }> {
    const schools = [...plan.create, ...plan.update.map(({ school }) => school)];
    const total = schools.length + plan.results.length;
    let done = 0;
    const told = (more: number): void => {
      done += more;
      progress(done, total);
    };
    progress(0, total);
    const kept = await this.#put(
      'schools',
      schools.map((school) => [school.urn, schoolFields(school)] as const),
      told,
    );
    const results = await this.#put(
      'results',
      plan.results.map((result) => [resultKey(result), resultFields(result)] as const),
      told,
    );
    await this.#parts.audit.write(this.#entries(plan, by));
    return { created: kept.created, updated: kept.updated, results: results.created + results.updated };
  }

  async #put(
    list: 'schools' | 'results',
    rows: readonly (readonly [key: string, fields: Fields])[],
    told: (more: number) => void,
  ): Promise<{ created: number; updated: number }> {
    const count = { created: 0, updated: 0 };
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const part = rows.slice(from, from + AT_ONCE);
      const changes = part.flatMap(([key, fields]) => this.#change(list, key, fields));
      const outcomes = await this.#parts.writer.apply(changes);
      for (const [index, outcome] of outcomes.entries()) {
        const { state } = settled(outcome);
        const change = changes[index];
        if (state !== 'done' || change === undefined) continue;
        if ('create' in change) count.created += 1;
        else count.updated += 1;
      }
      told(part.length);
    }
    return count;
  }

  #change(list: 'schools' | 'results', key: string, fields: Fields): Change[] {
    const item = this.#parts.replicas[list].byKey(key);
    if (item === undefined) return [{ list, create: fields }];
    const set = changedFields(this.#parts.lists[list], this.#parts.timeZone, item, fields);
    return Object.keys(set).length === 0 ? [] : [{ list, item, set, anyway: true }];
  }

  /** An entry for what is new in all, and one for each field that changed of a school that was there. */
  #entries(plan: ImportPlan, by: By): AuditEntry[] {
    const entry = { at: this.#parts.now(), person: by.person, surface: by.surface };
    const whole: AuditEntry[] = [];
    if (plan.create.length > 0) {
      const names = plan.create.map(({ urn, name }) => `${urn} ${name}`).join('\n');
      whole.push({ ...entry, action: 'import.schools created', field: String(plan.create.length), to: names });
    }
    if (plan.results.length > 0) {
      const years = [...new Set(plan.results.map(({ year }) => year))].join(', ');
      whole.push({ ...entry, action: 'import.results', field: String(plan.results.length), to: years });
    }
    const changed = plan.update.flatMap(({ school, changes }) =>
      changes.map((change) => ({ ...entry, action: 'import.school changed', school: school.urn, ...change })),
    );
    return [...whole, ...changed];
  }
}
