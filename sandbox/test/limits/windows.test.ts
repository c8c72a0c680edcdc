import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/limits/graph-cost.ts';
import { Limits } from '../../src/limits/limits.ts';
import { SlidingWindow } from '../../src/limits/sliding-window.ts';

/** Limits on a clock of their own, so that a day's window takes no day. */
function timed() {
  let ms = 1_000_000;
  const limits = new Limits(() => ms);
  const pass = (seconds: number) => {
    ms += seconds * 1000;
  };
  /** `meet`, each time so many seconds later. */
  const every =
    <T>(seconds: number, meet: () => T) =>
    (): T => {
      pass(seconds);
      return meet();
    };
  return { limits, pass, every };
}
const write = (units: number) => ({ kind: 'sharepoint', units }) as const;
const refusedAt = (count: number, meet: () => unknown) => {
  for (let n = 1; n <= count; n += 1) if (meet() !== undefined) return n;
  return undefined;
};

describe('a sliding window', () => {
  it('holds over any stretch of its length, not only over whole ones', () => {
    let ms = 0;
    const window = new SlidingWindow(7, 1, () => ms);
    ms = 900;
    for (let n = 0; n < 7; n += 1) window.add();
    ms = 1_100; // another whole second, the same stretch
    expect(window.fits()).toBe(false);
    ms = 1_905;
    expect(window.fits()).toBe(true);
  });

  it('names whole seconds after which there is room', () => {
    let ms = 0;
    const window = new SlidingWindow(10, 60, () => ms);
    window.add(6);
    ms = 20_000;
    window.add(4);
    expect(window.secondsUntil(1)).toBe(40);
    expect(window.secondsUntil(7)).toBe(60);
    ms += 40_000;
    expect(window.fits(6)).toBe(true);
  });
});

// Source: Teams, "Optimize your bot with rate limiting": per bot per thread, all bots per thread, per bot and tenant.
describe("Teams' limits for bots", () => {
  it('let a bot send 7 in a second, 8 in two and 60 in thirty to one conversation', () => {
    const { limits, pass } = timed();
    const send = () => limits.ofBot('bot', 'send', 'chat');
    expect(refusedAt(20, send)).toBe(8);
    pass(1.01);
    expect(refusedAt(20, send)).toBe(2);
    pass(28);
    let sent = 0;
    for (let n = 0; n < 60; n += 1) {
      if (send() === undefined) sent += 1;
      pass(0.02);
    }
    expect(sent).toBeLessThan(10);
    const calm = timed();
    expect(
      refusedAt(
        100,
        calm.every(0.45, () => calm.limits.ofBot('bot', 'send', 'chat')),
      ),
    ).toBe(61);
  });

  it('let a bot send 1,800 in an hour to one conversation', () => {
    const { limits, every } = timed();
    expect(
      refusedAt(
        2_000,
        every(1, () => limits.ofBot('bot', 'send', 'chat')),
      ),
    ).toBe(1_801);
  });

  it('count sending, creating and reading members apart', () => {
    const { limits, pass } = timed();
    expect(refusedAt(20, () => limits.ofBot('bot', 'create', 'chat'))).toBe(8);
    expect(refusedAt(20, () => limits.ofBot('bot', 'members', 'chat'))).toBe(15);
    pass(60);
    expect(refusedAt(20, () => limits.ofBot('bot', 'old members', 'chat'))).toBe(6);
  });

  it('count all bots in a conversation together', () => {
    const { limits } = timed();
    const bots = ['a', 'b', 'c'];
    let n = 0;
    expect(refusedAt(30, () => limits.ofBot(bots[n++ % 3] ?? '', 'send', 'chat'))).toBe(15);
  });

  it('let a bot make 50 requests a second in a tenant, or 30 as the page once said', () => {
    const { limits, pass } = timed();
    let chat = 0;
    const anywhere = () => limits.ofBot('bot', 'send', `chat ${chat++}`);
    expect(refusedAt(80, anywhere)).toBe(51);
    pass(2);
    limits.change({ requestsPerSecond: 30 });
    expect(refusedAt(80, anywhere)).toBe(31);
  });
});

// Source: "Avoid getting throttled or blocked in SharePoint Online": costs, application and tenant limits.
describe("SharePoint's resource units", () => {
  it('cost what the table says', () => {
    const units = (operation: string, query = '') => costOf(operation, new URLSearchParams(query), '').units;
    const list = '/sites/{site}/lists/{list}';
    expect(units(`GET ${list}/items/{item}`)).toBe(1);
    expect(units(`GET ${list}/items/delta`, 'token=x')).toBe(1);
    expect(units(`GET ${list}/items/delta`, '$expand=fields')).toBe(2);
    expect(units(`GET ${list}/items`)).toBe(2);
    expect(units(`POST ${list}/items`)).toBe(2);
    expect(units(`PATCH ${list}/items/{item}/fields`)).toBe(2);
    expect(units(`DELETE ${list}/items/{item}`)).toBe(2);
    expect(units('GET /drives/{drive}/items/{item}/content')).toBe(1);
    expect(units('GET /sites/{site}/permissions')).toBe(5);
    expect(units('GET /drives/{drive}/items/{item}', '$expand=permissions')).toBe(5);
  });

  it.each([
    [1_000, 1_250],
    [1_001, 2_500],
    [15_000, 3_750],
    [50_000, 5_000],
    [50_001, 6_250],
  ])('of %i licences are %i a minute', (licences, minute) => {
    const { limits } = timed();
    limits.change({ licences });
    expect(refusedAt(7_000, () => limits.ofGraph('app', write(1)).refused)).toBe(minute + 1);
  });

  it('are counted for calls that were refused as well', () => {
    const { limits, pass } = timed();
    for (let n = 0; n < 625; n += 1) limits.ofGraph('app', write(2));
    pass(30);
    for (let n = 0; n < 625; n += 1) expect(limits.ofGraph('app', write(2)).refused).toBeDefined();
    pass(31);
    expect(limits.ofGraph('app', write(2)).refused).toBeDefined();
    pass(60);
    expect(limits.ofGraph('app', write(2)).refused).toBeUndefined();
  });

  it('are 1.2 million a day for an app, and 18,750 in five minutes for the tenant', () => {
    const day = timed();
    day.limits.change({ licences: 1_000 });
    expect(
      refusedAt(
        1_100,
        day.every(61, () => day.limits.ofGraph('app', write(1_200)).refused),
      ),
    ).toBe(1_001);
    const tenant = timed();
    let app = 0;
    expect(refusedAt(30, () => tenant.limits.ofGraph(`app ${app++}`, write(1_000)).refused)).toBe(19);
  });

  it('are announced from 80 % of the minute on, with what is left and when there is more', () => {
    const { limits } = timed();
    expect(limits.ofGraph('app', write(999)).headers).toEqual({});
    expect(limits.ofGraph('app', write(1)).headers).toMatchObject({
      'RateLimit-Limit': '1250',
      'RateLimit-Remaining': '250',
    });
    const met = limits.ofGraph('app', write(251));
    expect(met.headers['RateLimit-Remaining']).toBe('0');
    expect(met.headers['Retry-After']).toBe(met.headers['RateLimit-Reset']);
  });
});

// Source: Microsoft Graph service-specific throttling limits: Outlook, identity and access, Microsoft Teams.
describe("Graph's other limits", () => {
  it('are 10,000 requests in ten minutes for an app and a mailbox', () => {
    const { limits } = timed();
    const mail = { kind: 'outlook', units: 1, of: 'ann' } as const;
    expect(refusedAt(10_100, () => limits.ofGraph('app', mail).refused)).toBe(10_001);
    expect(limits.ofGraph('app', { ...mail, of: 'ben' }).refused).toBeUndefined();
  });

  it('are 3,500 units in ten seconds for the directory of a small tenant, each answer naming its cost', () => {
    const { limits } = timed();
    const cost = (operation: string, query = '') => costOf(operation, new URLSearchParams(query), '').units;
    expect(cost('GET /users')).toBe(2);
    expect(cost('GET /users', '$select=id&$top=10')).toBe(1);
    expect(cost('GET /groups/{group}/members')).toBe(3);
    expect(cost('GET /groups/{group}/members', '$expand=x')).toBe(4);
    const people = { kind: 'directory', units: 2 } as const;
    expect(limits.ofGraph('app', people).headers['x-ms-resource-unit']).toBe('2');
    expect(refusedAt(2_000, () => limits.ofGraph('app', people).refused)).toBe(1_750);
  });

  it('are 4 a second for one team and 30 for all', () => {
    const { limits } = timed();
    const team = (of: string) => ({ kind: 'teams', units: 1, of }) as const;
    expect(refusedAt(10, () => limits.ofGraph('app', team('a')).refused)).toBe(5);
    let n = 0;
    expect(refusedAt(60, () => limits.ofGraph('app', team(`t${n++}`)).refused)).toBe(27);
  });
});

describe('what is enforced', () => {
  it('can be switched off, for all or for one app', () => {
    const { limits } = timed();
    limits.exempt('app', true);
    expect(limits.ofGraph('app', write(5_000)).refused).toBeUndefined();
    expect(limits.ofGraph('other', write(5_000)).refused).toBeDefined();
    limits.change({ on: false });
    expect(limits.ofGraph('other', write(5_000)).refused).toBeUndefined();
  });

  it('sometimes does not say when to come back, the same times for the same seed', () => {
    const run = (seed: number) => {
      const { limits } = timed();
      limits.change({ retryAfter: 'sometimes', seed });
      for (let n = 0; n < 7; n += 1) limits.ofBot('bot', 'send', 'chat');
      return Array.from({ length: 40 }, () => limits.ofBot('bot', 'send', 'chat')?.retryAfter !== undefined);
    };
    expect(run(3)).toEqual(run(3));
    expect(run(3)).not.toEqual(run(4));
    expect(run(3).filter(Boolean).length).toBeGreaterThan(8);
    expect(run(3).filter(Boolean).length).toBeLessThan(32);
  });
});
