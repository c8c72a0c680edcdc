import { describe, expect, it, vi } from 'vitest';
import { UnitBudget, unitsOf } from './units.ts';

describe('the budget of resource units', () => {
  it('lets what comes together go at once while the reserve lasts, then evenly', async () => {
    const budget = new UnitBudget(20, 100);
    const began = performance.now();
    const at: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        await budget.spend(2);
        at.push(performance.now() - began);
      }),
    );
    expect(at.filter((ms) => ms < 15).length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...at)).toBeGreaterThan(180);
    expect(budget.hasPlenty()).toBe(false);
  });

  it.each([
    [0, 1_250],
    [1_000, 1_250],
    [1_001, 2_500],
    [15_000, 3_750],
    [50_000, 5_000],
    [50_001, 6_250],
  ])('of a tenant of %i licences keeps just below %i units a minute', async (licences, minute) => {
    vi.useFakeTimers();
    const budget = UnitBudget.of(licences);
    let spent = 0;
    const some = minute / 50;
    for (let asked = 0; asked < 2 * minute; asked += some) void budget.spend(some).then(() => (spent += some));
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(spent).toBeLessThan(minute);
    expect(spent).toBeGreaterThan(minute * 0.95);
  });

  it('costs what SharePoint says it does', () => {
    expect(unitsOf('GET', '/sites/a/lists/b/items/delta?token=x')).toBe(1);
    expect(unitsOf('GET', '/sites/a/lists/b/items/delta?$expand=fields&$top=5000')).toBe(2);
    expect(unitsOf('GET', '/sites/a/lists/b/items/7?$expand=fields')).toBe(1);
    expect(unitsOf('PATCH', '/sites/a/lists/b/items/7/fields')).toBe(2);
    expect(unitsOf('POST', '/users/a/events')).toBe(0);
  });
});
