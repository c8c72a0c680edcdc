/** Heads' analyses as the replicas stand now; the same objects until one of their rows changes. */
import { type AnalysisAction, type AnalysisRecord, analysisKey, isOfAnalysis, type KeptAction } from '@owls/policy';
import { type AnalysisId, type AnalysisState, type KeptNeed, readNeed, readState } from '../analysis/rows.ts';
import type { RowProblem } from '../world.ts';
import type { listsOf } from './lists.ts';
import { Projection } from './projection.ts';
import type { Replicas } from './replicas.ts';

export class AnalysisIndex {
  readonly states: Projection<AnalysisState>;
  readonly needs: Projection<KeptNeed>;
  readonly actions: Projection<KeptAction>;
  #kept: { readonly from: readonly unknown[]; readonly kept: readonly AnalysisRecord[] } | undefined;

  /** `actions` are those of meetings and analyses alike. */
  constructor(
    timeZone: string,
    lists: ReturnType<typeof listsOf>,
    replicas: Replicas,
    actions: Projection<KeptAction>,
  ) {
    this.states = new Projection(lists.analyses, replicas.analyses, timeZone, readState);
    this.needs = new Projection(lists.analysisNeeds, replicas.analysisNeeds, timeZone, readNeed);
    this.actions = actions;
  }

  kept(): readonly AnalysisRecord[] {
    const from = [this.states.values(), this.needs.values(), this.actions.values()] as const;
    if (this.#kept === undefined || from.some((part, at) => part !== this.#kept?.from[at])) {
      this.#kept = { from, kept: analysesOf(...from) };
    }
    return this.#kept.kept;
  }

  problems(): readonly RowProblem[] {
    return [...this.states.problems(), ...this.needs.problems()];
  }
}

/** One for each school and year of which anything is on record. */
function analysesOf(
  states: readonly AnalysisState[],
  needs: readonly KeptNeed[],
  all: readonly KeptAction[],
): readonly AnalysisRecord[] {
  const actions = all.filter(isOfAnalysis);
  const ids = new Map<string, AnalysisId>(
    [...states, ...needs].map(({ urn, year }) => [analysisKey({ urn, year }), { urn, year }]),
  );
  return [...ids].map(([key, id]): AnalysisRecord => {
    const state = states.find((one) => analysisKey(one) === key);
    return {
      ...id,
      needs: needs.filter((one) => analysisKey(one) === key),
      actions: actions
        .filter(({ meeting }) => meeting === key)
        .map(({ need = '', success = '', ...rest }): AnalysisAction => ({ ...rest, need, success })),
      ...(state?.state === 'sent' ? { sent: { by: state.by, at: state.at } } : {}),
      ...(state === undefined ? {} : { version: state.version }),
    };
  });
}
