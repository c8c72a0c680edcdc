import { yearName } from '../trust/year-group.ts';
import type { AnalysisAction, AnalysisRecord, NeedWritten } from './analysis-record.ts';
import type { AnalysedFigure } from './figures.ts';

/** A need of an analysis: found in the figures, or named by the head; with what is written about it. */
export interface Need {
  readonly area: string;
  readonly name: string;
  /** What the figures say; undefined for a need the head named, and for one the figures no longer show. */
  readonly found?: string;
  readonly written?: NeedWritten;
  /** Soonest first. */
  readonly actions: readonly AnalysisAction[];
}

/** An area the head named: `own-` and an id of the writer's. */
const OWN_AREA = /^own-[0-9A-Za-z-]{8,40}$/;

/** Whether an area is one the head named. */
export function isOwnArea(area: string): boolean {
  return OWN_AREA.test(area);
}

/** The needs of an analysis (M18): those the figures show in their order, then what else the head wrote about. */
export function needsOf(figures: readonly AnalysedFigure[], record: AnalysisRecord | undefined): readonly Need[] {
  const { needs = [], actions = [] } = record ?? {};
  const shown = figures.filter(({ reading }) => reading === 'need');
  const areas = new Set(shown.map(({ key }) => key));
  const of = (area: string): Pick<Need, 'area' | 'actions'> => ({
    area,
    actions: actions
      .filter(({ need }) => need === area)
      .sort((one, other) => (`${one.by} ${one.id}` < `${other.by} ${other.id}` ? -1 : 1)),
  });
  return [
    ...shown.map(({ key, name, yearGroup, says }): Need => {
      const written = needs.find(({ area }) => area === key);
      return { ...of(key), name: figureName({ name, yearGroup }), found: says, ...(written ? { written } : {}) };
    }),
    ...needs
      .filter(({ area }) => !areas.has(area))
      .sort((one, other) => (`${one.at} ${one.area}` < `${other.at} ${other.area}` ? -1 : 1))
      .map((written): Need => ({ ...of(written.area), name: written.name, written })),
  ];
}

/** "Reading, Year 6": what a need found in a figure is called. */
export function figureName({ name, yearGroup }: Pick<AnalysedFigure, 'name' | 'yearGroup'>): string {
  return `${name}, ${yearName(yearGroup)}`;
}
