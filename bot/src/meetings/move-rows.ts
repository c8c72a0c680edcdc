/** The list of moves: what somebody set for a meeting in place of what the policy makes, one a row, with its undoing. */
import type { MadeMove } from '@owls/policy';
import { wallClockValue } from '../store/field-values.ts';
import { choice, type Fields, list, moment, text, yesOrNo } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';
import { ULID } from '../store/ulid.ts';

const WHERE = ['plan', 'Outlook'] as const;

export const MOVES = list('Meeting moves', 'Meetings that somebody moved, or gave another host, in the order made.', [
  text('Meeting', 'Meeting', { indexed: true }),
  moment('NewStart', 'New start'),
  moment('NewEnd', 'New end'),
  text('Host', 'New host (URN)'),
  text('By', 'By'),
  moment('At', 'At'),
  choice('Where', 'Where', WHERE),
  yesOrNo('Undone', 'Taken back'),
]);

export function readMove(row: Row): MadeMove {
  const host = row.optionalText('Host');
  const timed = row.optionalText('NewStart') !== undefined;
  return {
    id: row.key(ULID, '01JDQX…'),
    key: row.neededText('Meeting'),
    ...(timed ? { start: row.neededWallClock('NewStart'), end: row.neededWallClock('NewEnd') } : {}),
    ...(host === undefined ? {} : { host }),
    by: row.text('By'),
    at: row.neededMoment('At'),
    where: row.oneOf('Where', WHERE),
    undone: row.yesOrNo('Undone'),
  };
}

export function moveFields(move: MadeMove, timeZone: string): Fields {
  const value = (time: string | undefined) => (time === undefined ? null : wallClockValue(time, timeZone));
  return {
    Key: move.id,
    Title: move.key,
    Meeting: move.key,
    NewStart: value(move.start),
    NewEnd: value(move.end),
    Host: move.host ?? '',
    By: move.by,
    At: move.at,
    Where: move.where,
    Undone: move.undone,
  };
}
