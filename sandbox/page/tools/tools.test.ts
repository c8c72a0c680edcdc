import { describe, expect, it } from 'vitest';
import type { Call } from '../control/machine-api.ts';
import { costWords, laidOut, matching, readable, scannable } from './call-words.ts';
import { metSince } from './faults-met.ts';
import { merged } from './useCalls.ts';

const call = (n: number, more: Partial<Call> = {}): Call => ({
  ...{ n, at: '2026-09-01T08:00:00Z', service: 'graph', method: 'GET', path: '/v1.0/users', status: 200, ms: 3 },
  ...more,
});

describe('the list of calls', () => {
  it('puts the newest first, none twice, and begins anew with a sandbox that did', () => {
    const known = merged([], [call(1), call(2)]);
    expect(merged(known, [call(3)]).map(({ n }) => n)).toEqual([3, 2, 1]);
    expect(merged(known, [call(1), call(2), call(3)]).map(({ n }) => n)).toEqual([3, 2, 1]);
    expect(merged(known, [])).toBe(known);
  });
  it('keeps a few hundred', () => {
    const many = Array.from({ length: 400 }, (_, index) => call(index + 1));
    expect(merged([], many)).toHaveLength(300);
  });
  it('is searched by word, in the parts of a batch too, and by failure', () => {
    const calls = [
      call(3, { method: 'POST', path: '/v1.0/$batch', parts: [{ method: 'GET', path: '/sites/x', status: 429 }] }),
      call(2, { service: 'connector', path: '/emea/v3/conversations/a%3A1', method: 'POST', status: 403 }),
      call(1),
    ];
    const found = (search: string, only = {}) =>
      matching(calls, search, { failed: false, work: false, ...only }).map(({ n }) => n);
    expect(found('post a:1')).toEqual([2]);
    expect(found('SITES')).toEqual([3]);
    expect(found('', { failed: true })).toEqual([3, 2]);
    expect(found('', { work: true })).toEqual([2]);
  });
  it('says what a call cost, and a dash where nobody counts', () => {
    expect([costWords(0), costWords(5), costWords(undefined)]).toEqual(['0', '5', '–']);
  });
  it('shows paths and bodies to be read, whatever was sent', () => {
    expect(readable('/v1.0/sites/a%2Cb/lists?$filter=x%20eq%201')).toBe('/sites/a,b/lists?$filter=x eq 1');
    expect(scannable(`/v1.0/lists/2f28b0ec-79ad-49db-b2d6-6770a369e17e/items?token=${'x'.repeat(50)}`)).toBe(
      '/lists/2f28b0ec…/items?token=xxxxxxxxxxxx…',
    );
    expect(readable('/v1.0/%E0%A4%A')).toBe('/%E0%A4%A');
    expect(laidOut('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(laidOut('{"a":…')).toBe('{"a":…');
  });
});

describe('faults that were met', () => {
  const fault = (left: number, path = '/users') => ({ service: 'graph', path, status: 429, times: 3, left });
  it('are those of which fewer wait than before', () => {
    expect(metSince([fault(3)], [fault(1)])).toEqual([{ fault: fault(3), times: 2 }]);
    expect(metSince([fault(2), fault(1, '/sites')], [fault(2)])).toEqual([{ fault: fault(1, '/sites'), times: 1 }]);
    expect(metSince([fault(3)], [fault(3)])).toEqual([]);
    expect(metSince([], [fault(3)])).toEqual([]);
  });
});
