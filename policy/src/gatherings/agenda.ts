import type { GatheringDefinition } from './gatherings-policy.ts';

/**
 * What agendas are filled from, in sentences, as those invited may read it: for a school's meeting the caller hands in
 * that school's only.
 */
export interface LiveAgenda {
  readonly priorities: readonly string[];
  readonly openActions: readonly string[];
  /** Done since the meeting before: seen once more, and then no longer. */
  readonly doneActions: readonly string[];
  readonly offTrack: readonly string[];
  readonly moves: readonly string[];
  readonly developmentAreas: readonly string[];
  readonly soapOverview: readonly string[];
  readonly goodPractice: readonly string[];
}
export interface AgendaItem {
  readonly title: string;
  readonly points: readonly string[];
}

/**
 * A meeting's agenda from its policy and live data (M6-M12). Actions still open come last where the policy gives them
 * no place: an action is never dropped from an agenda before it is done, and what was done since is told once.
 */
export function agendaOf(definition: Pick<GatheringDefinition, 'agenda'>, live: LiveAgenda): readonly AgendaItem[] {
  const items = definition.agenda.map(({ title, from }) => ({ title, points: from ? live[from] : [] }));
  const placed = definition.agenda.some(({ from }) => from === 'openActions');
  return [
    ...items,
    ...(placed || live.openActions.length === 0 ? [] : [{ title: 'Actions still open', points: live.openActions }]),
    ...(live.doneActions.length === 0 ? [] : [{ title: 'Done since last time', points: live.doneActions }]),
  ];
}
