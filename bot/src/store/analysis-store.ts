/** Keeps heads' analyses of results (M18): what is written about each need a row, each action a row, and whether it is sent. */
import { type AnalysisAction, analysisKey, type KeptAction, type NeedWritten } from '@owls/policy';
import {
  type AnalysisId,
  type AnalysisState,
  analysisRowKey,
  type KeptNeed,
  needFields,
  needRowKey,
  stateFields,
} from '../analysis/rows.ts';
import { actionFields } from '../gatherings/rows.ts';
import type { AuditEntry } from '../service-stores.ts';
import type { AnalysisStore } from '../stores.ts';
import { type By, Conflict } from '../writes.ts';
import type { AnalysisIndex } from './analysis-index.ts';
import { type KeptParts, KeptRows } from './kept-rows.ts';
import type { Replicas } from './replicas.ts';

interface Parts extends Pick<KeptParts<object>, 'writer' | 'refresh'> {
  readonly index: AnalysisIndex;
  readonly replicas: Pick<Replicas, 'analyses' | 'analysisNeeds' | 'actions'>;
  readonly now: () => string;
  /** The half term under which the audit files what is done now. */
  readonly halfTerm: () => string | undefined;
}

export class AnalysisRows implements AnalysisStore {
  readonly #parts: Parts;
  readonly #states: KeptRows<AnalysisState>;
  readonly #needs: KeptRows<KeptNeed>;
  readonly #actions: KeptRows<KeptAction>;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { index, replicas, writer, refresh } = parts;
    const ways = { writer, refresh };
    this.#states = new KeptRows({ list: 'analyses', projection: index.states, replica: replicas.analyses, ...ways });
    this.#needs = new KeptRows({
      ...{ list: 'analysisNeeds' as const, projection: index.needs, replica: replicas.analysisNeeds },
      ...ways,
    });
    this.#actions = new KeptRows({ list: 'actions', projection: index.actions, replica: replicas.actions, ...ways });
  }

  async writeNeed(
    id: AnalysisId,
    given: Pick<NeedWritten, 'area' | 'name' | 'explained' | 'says'>,
    version: string | undefined,
    by: By,
  ): Promise<void> {
    const fields = needFields({ ...id, ...given, by: by.person, at: this.#parts.now() });
    await this.#needs.save(needRowKey(id, given.area), version, fields, ['By', 'At'], (before) => ({
      ...this.#entry('analysis.need', id, `${given.name}, ${id.year}`, by),
      ...(before === undefined ? {} : { from: before.says }),
      to: given.says,
    }));
  }

  removeNeed(id: AnalysisId, area: string, version: string, by: By): Promise<void> {
    return this.#needs.remove(needRowKey(id, area), version, (before) => ({
      ...this.#entry('analysis.need taken out', id, `${before.name}, ${id.year}`, by),
      from: before.says,
    }));
  }

  async saveAction(
    id: AnalysisId,
    given: Omit<AnalysisAction, 'version' | 'meeting' | 'urn'>,
    version: string | undefined,
    by: By,
  ): Promise<void> {
    const meeting = analysisKey(id);
    const there = this.#parts.index.actions.get(given.id);
    // An id of another's action is somebody's mistake or worse.
    if (there !== undefined && there.meeting !== meeting) throw new Conflict(undefined);
    const fields = actionFields({ ...given, meeting, urn: id.urn });
    await this.#actions.save(given.id, version, fields, [], (before) => ({
      ...this.#entry('analysis.action', id, id.year, by),
      ...(before === undefined ? {} : { from: before.text }),
      to: given.text,
    }));
  }

  async removeAction(id: AnalysisId, action: string, version: string, by: By): Promise<void> {
    const there = this.#parts.index.actions.get(action);
    if (there !== undefined && there.meeting !== analysisKey(id)) throw new Conflict(undefined);
    await this.#actions.remove(action, version, (before) => ({
      ...this.#entry('analysis.action taken out', id, id.year, by),
      from: before.text,
    }));
  }

  async send(id: AnalysisId, sent: boolean, version: string | undefined, by: By): Promise<void> {
    const state = sent ? 'sent' : 'taken back';
    const fields = stateFields({ ...id, state, by: by.person, at: this.#parts.now() });
    await this.#states.save(analysisRowKey(id), version, fields, ['By', 'At'], () =>
      this.#entry(`analysis.${state}`, id, id.year, by),
    );
  }

  #entry(action: string, { urn }: AnalysisId, field: string, { person, surface }: By): AuditEntry {
    const halfTerm = this.#parts.halfTerm();
    return {
      ...{ at: this.#parts.now(), person, surface, action, school: urn, field },
      ...(halfTerm === undefined ? {} : { halfTerm }),
    };
  }
}
