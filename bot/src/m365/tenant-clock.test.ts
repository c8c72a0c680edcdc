import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TenantClock } from './tenant-clock.ts';

const httpDate = (milliseconds: number): string => new Date(milliseconds).toUTCString();
const START = Date.parse('2026-11-23T09:00:00Z');

describe('the clock of the tenant', () => {
  it('is the machine’s until an answer says otherwise', () => {
    expect(new TenantClock(() => START).now().epochMilliseconds).toBe(START);
  });

  it('is never further off than the second the header is rounded to and the time the answer took', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 900 })), {
          minLength: 1,
          maxLength: 20,
        }),
        (ahead, exchanges) => {
          let machine = START;
          const clock = new TenantClock(() => machine);
          let worst = 0;
          for (const [pause, latency] of exchanges) {
            machine += pause;
            const sentAt = clock.mark();
            machine += latency;
            clock.learn(httpDate(machine + ahead), sentAt);
            worst = Math.max(worst, latency);
          }
          return Math.abs(clock.now().epochMilliseconds - (machine + ahead)) <= 1_000 + worst;
        },
      ),
    );
  });

  it('does not flutter with the seconds of the header', () => {
    let machine = START;
    const clock = new TenantClock(() => machine);
    const offsets = new Set<number>();
    for (let step = 0; step < 50; step += 1) {
      machine += 130;
      clock.learn(httpDate(machine), clock.mark());
      offsets.add(clock.now().epochMilliseconds - machine);
    }
    expect([...offsets]).toEqual([0]);
  });

  it('is not set back by an answer that was under way when the clock jumped', () => {
    let machine = START;
    const clock = new TenantClock(() => machine);
    const early = clock.mark();
    machine += 100;
    const late = clock.mark();
    clock.learn(httpDate(machine + 86_400_000), late);
    machine += 50;
    clock.learn(httpDate(machine), early);
    expect(clock.now().epochMilliseconds - machine).toBeGreaterThan(86_000_000);
  });

  it('takes no notice of an answer without a date', () => {
    const clock = new TenantClock(() => START);
    clock.learn(null, START);
    clock.learn('yesterday', START);
    expect(clock.now().epochMilliseconds).toBe(START);
  });
});
