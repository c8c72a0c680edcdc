import { describe, expect, it } from 'vitest';
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

  it('costs what SharePoint says it does', () => {
    expect(unitsOf('GET', '/sites/a/lists/b/items/delta?token=x')).toBe(1);
    expect(unitsOf('GET', '/sites/a/lists/b/items/delta?$expand=fields&$top=5000')).toBe(2);
    expect(unitsOf('GET', '/sites/a/lists/b/items/7?$expand=fields')).toBe(1);
    expect(unitsOf('PATCH', '/sites/a/lists/b/items/7/fields')).toBe(2);
    expect(unitsOf('POST', '/users/a/events')).toBe(0);
  });
});
