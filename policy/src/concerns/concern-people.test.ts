import { describe, expect, test } from 'vitest';
import { ASH, BROOK, DALE, ofCluster, ofSchool, person, trust } from '../examples/trust.examples.ts';
import { answering } from './answering.ts';
import { factsWithChair } from './concerns.examples.ts';

describe('who answers for a school (M1)', () => {
  test('the one who holds the role for it, else for its cluster, else for the trust, else the CEO', () => {
    const who = (role: Parameters<typeof answering>[1], school = ASH) => answering(factsWithChair(), role, school)?.id;
    expect([who('head'), who('head', { ...ASH, urn: '999999' })]).toEqual(['p-ash', 'p-ceo']);
    expect([who('cluster-leader'), who('cluster-leader', DALE), who('head-leader', DALE)]).toEqual([
      'p-north',
      'p-south',
      'p-ceo',
    ]);
    expect([who('chair'), who('director')]).toEqual(['p-chair', 'p-ceo']);
    const director = (id: string, ...scopes: Parameters<typeof ofSchool>[0][]) =>
      person(id, id, ['head', trust], ...scopes.map((urn) => ['director', ofSchool(urn)] as const));
    const whole = person('p-0', 'Whole', ['director', trust]);
    const north = person('p-1', 'North', ['director', ofCluster('North')]);
    const from = (...people: (typeof whole)[]) => answering({ people }, 'director', ASH)?.id;
    expect(from(whole, north, director('p-9', BROOK.urn, ASH.urn))).toBe('p-9');
    expect(from(whole, north, director('p-9', BROOK.urn))).toBe('p-1');
    expect(from(whole, director('p-9', BROOK.urn))).toBe('p-0');
    expect(from(director('p-9', BROOK.urn), director('p-8', BROOK.urn))).toBeUndefined();
    const two = [director('p-9', ASH.urn), director('p-8', ASH.urn)];
    expect([from(...two), from(...two.reverse())]).toEqual(['p-8', 'p-8']);
    expect(
      answering({ people: [person('p-7', 'Head leader', ['head', ofCluster('North')])] }, 'head', ASH),
    ).toBeUndefined();
    expect(answering({ people: [] }, 'head', ASH)).toBeUndefined();
    expect(answering({ people: [] }, 'chair', ASH)).toBeUndefined();
  });
});
