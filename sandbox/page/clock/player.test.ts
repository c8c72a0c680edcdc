import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Call } from '../control/machine-api.ts';
import { isWork, nextStep, SPEEDS } from './player.ts';

const at = (text: string) => Temporal.Instant.from(text);
const speed = (id: string) => {
  const found = SPEEDS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No speed is called ${id}.`);
  return found;
};
const now = at('2026-09-01T08:00:00Z');
const dates = [
  { label: 'Later', at: at('2026-12-01T08:00:00Z') },
  { label: 'Soon', at: at('2026-09-02T08:00:00Z') },
  { label: 'Gone', at: at('2026-08-01T08:00:00Z') },
];

describe('a step of the clock’s player', () => {
  it('brings a year by in five minutes of such steps', () => {
    const day = nextStep(now, speed('year'), 1, []);
    expect(day?.at.since(now).total('hours') ?? 0).toBeCloseTo((365 * 24) / 300, 2);
  });
  it('never jumps over a date worth seeing, nor over weeks after a long wait', () => {
    expect(nextStep(now, speed('year'), 2, dates)).toEqual(dates[1]);
    expect(nextStep(now, speed('year'), 600, [])?.at.since(now).total('hours') ?? 0).toBeCloseTo(146, 0);
  });
  it('goes from date to date, until none is left', () => {
    expect(nextStep(now, speed('dates'), 1, dates)?.label).toBe('Soon');
    expect(nextStep(at('2027-01-01T00:00:00Z'), speed('dates'), 1, dates)).toBeUndefined();
  });
});

describe('an app at work', () => {
  const call = (more: Partial<Call>): Call => ({
    ...{ n: 1, at: '', service: 'graph', method: 'GET', path: '/v1.0/users', status: 200, ms: 1 },
    ...more,
  });
  const batch = (methods: readonly string[]) =>
    call({
      method: 'POST',
      path: '/v1.0/$batch',
      parts: methods.map((method) => ({ method, path: '/', status: 200 })),
    });

  it('writes or says something', () => {
    expect(isWork(call({ method: 'PATCH' }))).toBe(true);
    expect(isWork(call({ service: 'connector', method: 'POST' }))).toBe(true);
    expect(isWork(batch(['GET', 'POST']))).toBe(true);
  });
  it('rests while it only looks, or fetches a token', () => {
    expect(isWork(call({}))).toBe(false);
    expect(isWork(batch(['GET', 'GET']))).toBe(false);
    expect(isWork(call({ service: 'entra', method: 'POST' }))).toBe(false);
  });
});
