/**
 * The ledger's lists. Deliveries is an append-only log of waves: a number can be taken once, so whoever appends has
 * seen every wave before it. Undelivered names each delivery that did not simply arrive.
 */
import type { Duty } from '@owls/policy';
import type { UndeliveredRow, WaveRow } from '../service-stores.ts';
import { choice, count, type Fields, lines, list, moment, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const KINDS = [
  'soap-prompt',
  'soap-reminder',
  'soap-escalation',
  'soap-sent-back',
  'category-proposal',
  'category-validation',
  'category-summary',
  'meeting-event',
  'task',
] as const satisfies readonly Duty['kind'][];
const WAVE_STATES = ['claimed', 'done'] as const;
const UNDELIVERED_STATES = ['unreachable', 'unknown', 'resend', 'dismissed', 'arrived'] as const;
const MOST = 1_000_000;

export const DELIVERIES = list(
  'Deliveries',
  'What was sent, a wave of messages a row. Rows are never changed by hand.',
  [
    text('Kind', 'Kind', { indexed: true }),
    lines('Members', 'Deliveries'),
    count('Count', 'How many'),
    choice('State', 'State', WAVE_STATES, { indexed: true }),
    text('ClaimedBy', 'Claimed by'),
    moment('ClaimedAt', 'Claimed'),
    moment('FinishedAt', 'Finished'),
    count('Sent', 'Sent'),
    count('Unreachable', 'Could not be reached'),
    count('Unknown', 'Outcome unknown'),
  ],
);

/** The wave with this number, counted from 1. */
export const waveKey = (number: number): string => String(number).padStart(6, '0');

const LONG_AGO = '2000-01-01T00:00:00Z';

/**
 * A wave somebody edited by hand still holds its members back: a message twice is worse than a row to mend. So what
 * can't be read is reported and taken as a wave that is done.
 */
export function readWave(row: Row): WaveRow {
  const finishedAt = row.moment('FinishedAt');
  return {
    key: row.key(/^\d{6,}$/, '000123'),
    kind: row.optionalOneOf('Kind', KINDS) ?? 'soap-prompt',
    members: row.lines('Members'),
    state: row.optionalOneOf('State', WAVE_STATES) ?? 'done',
    claimedBy: row.text('ClaimedBy'),
    claimedAt: row.moment('ClaimedAt') ?? LONG_AGO,
    ...(finishedAt === undefined ? {} : { finishedAt }),
    sent: row.number('Sent', 0, MOST) ?? 0,
    unreachable: row.number('Unreachable', 0, MOST) ?? 0,
    unknown: row.number('Unknown', 0, MOST) ?? 0,
    version: row.version,
  };
}

export function claimFields(
  number: number,
  wave: Pick<WaveRow, 'kind' | 'members' | 'claimedBy' | 'claimedAt'>,
): Fields {
  return {
    Key: waveKey(number),
    Title: `${wave.kind}: ${wave.members.length}`,
    Kind: wave.kind,
    Members: wave.members.join('\n'),
    Count: wave.members.length,
    State: 'claimed',
    ClaimedBy: wave.claimedBy,
    ClaimedAt: wave.claimedAt,
  };
}

export const finishFields = (
  outcome: Pick<WaveRow, 'sent' | 'unreachable' | 'unknown'> & { readonly finishedAt: string },
): Fields => ({
  State: 'done',
  FinishedAt: outcome.finishedAt,
  Sent: outcome.sent,
  Unreachable: outcome.unreachable,
  Unknown: outcome.unknown,
});

export const UNDELIVERED = list('Undelivered', 'Messages that could not be delivered, or of which nobody knows.', [
  text('Person', 'Person', { indexed: true }),
  text('School', 'School (URN)', { indexed: true }),
  choice('State', 'State', UNDELIVERED_STATES, { indexed: true }),
  lines('Reason', 'Reason'),
  moment('At', 'When'),
  text('AfterWave', 'Last wave when it was noted'),
]);

/** An undelivered row with the number of the last wave at the time it was noted. */
export interface NotedUndelivered extends UndeliveredRow {
  readonly afterWave: string;
}

export function readUndelivered(row: Row): NotedUndelivered {
  return {
    key: row.key(/^[a-z-]+\/./, 'a delivery'),
    person: row.text('Person'),
    state: row.oneOf('State', UNDELIVERED_STATES),
    reason: row.text('Reason'),
    at: row.neededMoment('At'),
    afterWave: row.text('AfterWave'),
  };
}

export function undeliveredFields(row: NotedUndelivered): Fields {
  return {
    Key: row.key,
    Title: row.key.split('/')[0] ?? row.key,
    Person: row.person,
    School: row.key.split('/').find((part) => /^\d{6}$/.test(part)) ?? '',
    State: row.state,
    Reason: row.reason,
    At: row.at,
    AfterWave: row.afterWave,
  };
}

/**
 * Keys that are done, being done, or will not be tried again: those of every wave, but for the ones somebody asked to
 * send again since the last wave that held them.
 */
export function deliveredKeys(
  waves: readonly WaveRow[],
  undelivered: readonly NotedUndelivered[],
): ReadonlySet<string> {
  const lastWave = new Map<string, string>();
  for (const wave of waves) {
    for (const member of wave.members) {
      const before = lastWave.get(member);
      if (before === undefined || isAfter(wave.key, before)) lastWave.set(member, wave.key);
    }
  }
  for (const { key, state, afterWave } of undelivered) {
    const last = lastWave.get(key);
    if (state === 'resend' && last !== undefined && !isAfter(last, afterWave)) lastWave.delete(key);
  }
  return new Set(lastWave.keys());
}

const isAfter = (wave: string, other: string): boolean => Number(wave) > Number(other);
