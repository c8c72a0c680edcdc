import type { Facts } from '../facts.ts';
import { agreed } from '../gatherings/meeting-action.ts';
import type { Finding } from '../soap/return.ts';
import { type AnalysisAction, type AnalysisRecord, analysisKey, type NeedWritten } from './analysis-record.ts';
import type { AnalysedFigure } from './figures.ts';
import { isOwnArea, needsOf } from './needs.ts';

const RULE = 'M18';
const LONGEST = 2000;
const LONGEST_NAME = 120;
const LONGEST_ACTION = 500;

/** What is wrong with what a head writes about a need (M18). `place` is `area`, `name` or `says`. */
export function needFindings(
  figures: readonly AnalysedFigure[],
  record: AnalysisRecord | undefined,
  given: Pick<NeedWritten, 'area' | 'name' | 'explained' | 'says'>,
): readonly Finding[] {
  const known = needsOf(figures, record).some(({ area }) => area === given.area);
  const [name, says] = [given.name.trim(), given.says.trim()];
  return [
    ...sentFindings(record),
    ...(known || isOwnArea(given.area)
      ? []
      : [error('area', 'The results show no such need any more. Look at the analysis again.')]),
    ...(name === ''
      ? [error('name', 'Say in a few words what the need is.')]
      : name.length > LONGEST_NAME
        ? [error('name', `Say it in ${LONGEST_NAME} characters at most.`)]
        : []),
    ...(says === ''
      ? [error('says', given.explained ? 'Say why no action follows.' : 'Say what you see in it.')]
      : says.length > LONGEST
        ? [error('says', `Say it in ${LONGEST} characters at most.`)]
        : []),
  ];
}

/**
 * What is wrong with an action on a need (M18): it says what, somebody on record owns it, its day is not past, and how
 * success is seen. `place` is `need`, `action` or `success`. `before` is what stands there, `today` an ISO date.
 */
export function needActionFindings(
  facts: Pick<Facts, 'people'>,
  figures: readonly AnalysedFigure[],
  record: AnalysisRecord,
  given: Pick<AnalysisAction, 'id' | 'need' | 'text' | 'owner' | 'by' | 'success'>,
  before: Pick<AnalysisAction, 'by'> | undefined,
  today: string,
): readonly Finding[] {
  const known = needsOf(figures, record).some(({ area }) => area === given.need);
  const start = before && before.by < today ? before.by : today;
  const kept = agreed(facts, { key: analysisKey(record), start, rule: RULE, urn: record.urn }, given);
  return [
    ...sentFindings(record),
    ...(known ? [] : [error('need', 'There is no such need any more. Look at the analysis again.')]),
    ...(kept.ok ? [] : [error('action', kept.says)]),
    ...(given.text.length > LONGEST_ACTION ? [error('action', `Say it in ${LONGEST_ACTION} characters at most.`)] : []),
    ...(given.success.trim() === ''
      ? [error('success', 'Say how it will be seen that it worked.')]
      : given.success.length > LONGEST_ACTION
        ? [error('success', `Say it in ${LONGEST_ACTION} characters at most.`)]
        : []),
  ];
}

/** What stands against taking a need out (M18): one that is sent stays as it was, and so does one with actions. */
export function needRemovalFindings(record: AnalysisRecord | undefined, area: string): readonly Finding[] {
  const acted = record?.actions.some(({ need }) => need === area);
  return [...sentFindings(record), ...(acted ? [error('area', 'Take out its actions first.')] : [])];
}

/** What is missing before an analysis can be sent, in sentences; nothing where it can (M18). */
export function missingFrom(figures: readonly AnalysedFigure[], record: AnalysisRecord | undefined): readonly string[] {
  if (figures.length === 0) {
    return [
      'There are no results of the year yet. Record the national assessments, or wait for the published results.',
    ];
  }
  return needsOf(figures, record).flatMap(({ name, written, actions }) => {
    if (!written) return [`Say what you see in ${name}.`];
    return written.explained || actions.length > 0 ? [] : [`Add an action for ${name}, or explain why none follows.`];
  });
}

/** What stands against any change (M18): an analysis that is sent stays as it was. */
export function sentFindings(record: AnalysisRecord | undefined): readonly Finding[] {
  return record?.sent ? [error('area', 'The analysis is sent. Take it back first, then change it.')] : [];
}

function error(place: string, says: string): Finding {
  return { level: 'error', rule: RULE, place, says };
}
