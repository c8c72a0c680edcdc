import { describe, expect, test } from 'vitest';
import { addressOf, type Route, readRoute } from './route.ts';

describe('an address', () => {
  test.each([
    ['', { view: 'overview' }],
    ['#/overview', { view: 'overview' }],
    ['/collection', { view: 'overview', part: 'collection' }],
    ['school/115850', { view: 'school', urn: '115850' }],
    ['school/115850/page', { view: 'page', urn: '115850' }],
    ['school/115850/page/2026-27/autumn-2', { view: 'page', urn: '115850', halfTerm: '2026-27/autumn-2' }],
    ['school/115850/analysis', { view: 'analysis', urn: '115850' }],
    ['school/115850/analysis/2025-26', { view: 'analysis', urn: '115850', year: '2025-26' }],
    ['analysis', { view: 'analysis' }],
    ['analysis/2025-26', { view: 'analysis', year: '2025-26' }],
    ['#/schools', { view: 'schools' }],
    ['categories/years', { view: 'years' }],
    ['soap/115850', { view: 'soap', urn: '115850' }],
    ['soap/2026-27/autumn-2/115850', { view: 'soap', urn: '115850', halfTerm: '2026-27/autumn-2' }],
    ['/categories/2026-27/autumn-1', { view: 'categories', halfTerm: '2026-27/autumn-1' }],
    ['targets', { view: 'targets' }],
    ['targets/2026-27/115850', { view: 'targets', year: '2026-27', urn: '115850' }],
    ['meetings/2026-27', { view: 'meetings', year: '2026-27' }],
    ['meetings/2026-27/calendars', { view: 'meetings', year: '2026-27', part: 'calendars' }],
    ['deliveries/', { view: 'deliveries' }],
  ] as const)('%s leads to its place', (text, route) => {
    expect(readRoute(text)).toEqual(route);
  });

  test.each([
    'school/<script>',
    'school/115850/elsewhere',
    'school/115850/page/2026-27',
    'school/115850/analysis/soon',
    'analysis/soon',
    'categories/years/2026-27',
    'soap/1/2',
    'soap/2026-27/autumn-10/115850',
    'soap/2026-27/Autumn 1/115850',
    'categories/now',
    'elsewhere',
    '%E0%A4%A',
  ])('%s leads nowhere rather than to something made up', (text) => {
    expect(readRoute(text).view).toBe('nowhere');
  });

  test('is read back as the place it was written for', () => {
    const places: readonly Route[] = [
      { view: 'overview', part: 'collection' },
      { view: 'school', urn: '115850' },
      { view: 'page', urn: '115850' },
      { view: 'page', urn: '115850', halfTerm: '2026-27/spring-1' },
      { view: 'analysis' },
      { view: 'analysis', year: '2025-26' },
      { view: 'analysis', urn: '115850' },
      { view: 'analysis', urn: '115850', year: '2025-26' },
      { view: 'years' },
      { view: 'soap', urn: '115850', halfTerm: '2026-27/spring-1' },
      { view: 'categories', halfTerm: '2026-27/summer-2' },
      { view: 'import' },
    ];
    for (const place of places) expect(readRoute(addressOf(place))).toEqual(place);
  });
});
