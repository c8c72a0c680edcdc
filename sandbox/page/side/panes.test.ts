import { describe, expect, it } from 'vitest';
import { firstPanes, panesText, parsePanes } from './panes.ts';

describe('people side by side', () => {
  it('are found again by the address', () => {
    const panes = [
      { person: 'a', phone: false },
      { person: 'b', phone: true },
    ];
    expect(parsePanes(panesText(panes))).toEqual(panes);
  });
  it('are at most four, and nobody where the address names nobody', () => {
    expect(parsePanes('a,b,c,d,e').map(({ person }) => person)).toEqual(['a', 'b', 'c', 'd']);
    for (const nobody of [null, '', ',,', '~phone']) expect(parsePanes(nobody)).toEqual([]);
  });
  it('begin with oneself at a desk and somebody else on a phone', () => {
    const people = [{ id: 'a' }, { id: 'b' }];
    expect(firstPanes('a', people)).toEqual([
      { person: 'a', phone: false },
      { person: 'b', phone: true },
    ]);
    expect(firstPanes('a', [{ id: 'a' }])).toEqual([{ person: 'a', phone: false }]);
  });
});
