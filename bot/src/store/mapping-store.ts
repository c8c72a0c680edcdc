/** Keeps a school's export mapping. The last one used is the one that holds: nobody loses work by it. */
import type { ExportMapping, TrustPolicy } from '@owls/policy';
import { type KeptMapping, mappingFields } from '../sheets/rows.ts';
import type { MappingStore } from '../stores.ts';
import type { By } from '../writes.ts';
import type { Projection } from './projection.ts';
import type { ListReplica } from './replica.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly policy: TrustPolicy;
  readonly projection: Projection<KeptMapping>;
  readonly replica: ListReplica;
  readonly writer: Writer;
  /** Tenant time as an ISO instant in whole seconds. */
  readonly now: () => string;
}

export class MappingRows implements MappingStore {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  of(urn: string): ExportMapping | undefined {
    return this.#parts.projection.get(urn)?.mapping;
  }

  async keep(urn: string, mapping: ExportMapping, by: By): Promise<void> {
    const { policy, now, replica, writer } = this.#parts;
    const fields = mappingFields(policy, { urn, mapping }, { at: now(), by: by.person });
    const { At: _, By: __, ...said } = fields;
    const there = replica.byKey(urn);
    if (there !== undefined && writer.holds('exportMappings', there, said)) return;
    if (there === undefined) {
      const outcome = await writer.applyOne({ list: 'exportMappings', create: fields });
      if (outcome.state !== 'duplicate' || outcome.item === undefined) return;
    }
    const item = replica.byKey(urn);
    if (item !== undefined) await writer.applyOne({ list: 'exportMappings', item, set: fields, anyway: true });
  }
}
