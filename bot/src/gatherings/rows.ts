/** The lists of what meetings come to: minutes, points, actions, whom schools send, and who cannot come (M4-M12). */
import {
  type Apology,
  type Delegates,
  type KeptAction,
  type MeetingPoint,
  type MinutesSheet,
  POINT_KINDS,
} from '@owls/policy';
import { dayValue, oneLine, wallClockValue } from '../store/field-values.ts';
import { choice, date, type Fields, lines, list, moment, text, yesOrNo } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const SHEET_STATES = ['draft', 'held', 'not held'] as const;
const COMING = ['cannot come', 'comes after all'] as const;
const URN = /^\d{6}$/;

export const MINUTES = list('Minutes', 'Who came to a meeting, and whether its minutes are finished.', [
  choice('State', 'State', SHEET_STATES),
  lines('Attended', 'Who came'),
  lines('Because', 'Why it was not held'),
  text('By', 'Written by'),
  moment('At', 'Written'),
]);

export const MEETING_POINTS = list(
  'Meeting points',
  'Items added to agendas, decisions, priorities, areas to develop.',
  [
    text('Meeting', 'Meeting', { indexed: true }),
    choice('Kind', 'Kind', POINT_KINDS),
    text('School', 'School (URN)', { indexed: true }),
    lines('Text', 'Text'),
    text('By', 'Written by'),
    moment('At', 'Written'),
  ],
);

export const ACTIONS_AGREED = list(
  'Actions',
  'What was agreed in meetings and in analyses of results, by whom and until when.',
  [
    text('Meeting', 'Agreed in', { indexed: true }),
    text('School', 'School (URN)', { indexed: true }),
    lines('Text', 'What is to be done'),
    text('Owner', 'Owner', { indexed: true }),
    date('DueBy', 'By'),
    date('Done', 'Done'),
    text('Need', 'Need it answers'),
    lines('Success', 'How success is seen'),
  ],
);

export const DELEGATES = list('Delegates', 'Whom schools send to networks and moderations.', [
  text('Meeting', 'Meeting', { indexed: true }),
  text('School', 'School (URN)', { indexed: true }),
  lines('Names', 'Who comes'),
  text('By', 'Named by'),
  moment('At', 'Named'),
]);

export const APOLOGIES = list('Apologies', 'Who cannot come to a meeting, and who comes instead.', [
  text('Meeting', 'Meeting', { indexed: true }),
  text('Person', 'Person', { indexed: true }),
  choice('State', 'State', COMING),
  text('Instead', 'Who comes instead'),
  lines('Because', 'Why'),
  moment('At', 'Said'),
  moment('About', 'Said of this time'),
  yesOrNo('InCalendar', 'The invitation says so too'),
]);

export const sheetFields = (sheet: Omit<MinutesSheet, 'version'>, title: string): Fields => ({
  Key: sheet.gathering,
  Title: oneLine(title),
  State: sheet.state,
  Attended: sheet.attended.join('\n'),
  Because: sheet.because,
  By: sheet.by,
  At: sheet.at,
});

export const readSheet = (row: Row): MinutesSheet => ({
  gathering: row.key(/\S/, 'strategic/2026-27/3'),
  state: row.oneOf('State', SHEET_STATES),
  attended: row.lines('Attended'),
  because: row.text('Because'),
  by: row.text('By'),
  at: row.neededMoment('At'),
  version: row.version,
});

export const pointFields = (point: Omit<MeetingPoint, 'version'>): Fields => ({
  Key: point.id,
  Title: oneLine(point.text),
  Meeting: point.meeting,
  Kind: point.kind,
  School: point.urn ?? '',
  Text: point.text,
  By: point.by,
  At: point.at,
});

export function readPoint(row: Row): MeetingPoint {
  const urn = row.optionalText('School');
  return {
    id: row.key(/\S/, 'a key of its own'),
    meeting: row.neededText('Meeting'),
    kind: row.oneOf('Kind', POINT_KINDS),
    ...(urn === undefined ? {} : { urn }),
    text: row.neededText('Text'),
    by: row.text('By'),
    at: row.neededMoment('At'),
    version: row.version,
  };
}

export const actionFields = (action: Omit<KeptAction, 'version'>): Fields => ({
  Key: action.id,
  Title: oneLine(action.text),
  Meeting: action.meeting,
  School: action.urn ?? '',
  Text: action.text,
  Owner: action.owner,
  DueBy: dayValue(action.by),
  Done: dayValue(action.done),
  Need: action.need ?? '',
  Success: action.success ?? '',
});

export function readAction(row: Row): KeptAction {
  const urn = row.optionalText('School');
  const done = row.date('Done');
  const [need, success] = [row.optionalText('Need'), row.optionalText('Success')];
  return {
    id: row.key(/\S/, 'a key of its own'),
    meeting: row.neededText('Meeting'),
    ...(urn === undefined ? {} : { urn }),
    text: row.neededText('Text'),
    owner: row.neededText('Owner'),
    by: row.date('DueBy') ?? row.unreadable('DueBy', 'has to be a date'),
    ...(done === undefined ? {} : { done }),
    ...(need === undefined ? {} : { need }),
    ...(success === undefined ? {} : { success }),
    version: row.version,
  };
}

export const delegatesKey = (gathering: string, urn: string): string => `${gathering}/${urn}`;
export const delegatesFields = (given: Delegates): Fields => ({
  Key: delegatesKey(given.gathering, given.urn),
  Title: oneLine(given.names.join(', ')),
  Meeting: given.gathering,
  School: given.urn,
  Names: given.names.join('\n'),
  By: given.by,
  At: given.at,
});

export function readDelegates(row: Row): Delegates {
  const gathering = row.neededText('Meeting');
  const urn = row.neededText('School', URN, 'a URN such as 115850');
  row.keyed(delegatesKey(gathering, urn));
  return { gathering, urn, names: row.lines('Names'), by: row.text('By'), at: row.neededMoment('At') };
}

/** What somebody last said about coming to a meeting, and whether its event says so too. */
export interface Coming extends Apology {
  readonly state: (typeof COMING)[number];
  readonly inCalendar: boolean;
}

export const comingKey = (gathering: string, person: string): string => `${gathering}/${person}`;
export const comingFields = (given: Coming, title: string, timeZone: string): Fields => ({
  Key: comingKey(given.gathering, given.person),
  Title: oneLine(title),
  Meeting: given.gathering,
  Person: given.person,
  State: given.state,
  Instead: oneLine(given.instead),
  Because: given.because,
  At: given.at,
  About: given.about === undefined ? null : wallClockValue(given.about, timeZone),
  InCalendar: given.inCalendar,
});

export function readComing(row: Row): Coming {
  const gathering = row.neededText('Meeting');
  const person = row.neededText('Person');
  const about = row.wallClock('About');
  row.keyed(comingKey(gathering, person));
  return {
    ...{ gathering, person },
    state: row.oneOf('State', COMING),
    instead: row.text('Instead'),
    because: row.text('Because'),
    at: row.neededMoment('At'),
    ...(about === undefined ? {} : { about }),
    inCalendar: row.yesOrNo('InCalendar'),
  };
}
