/** What a meeting finds or agrees goes on where it is needed: onto other meetings' agendas (M5, M6), over the tab's HTTP. */
import type { CategoriesView, GatheringView, Meeting, RecordedMeeting } from '@owls/policy';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asking, webOf } from '../api-door.ts';
import { makePlace, PEOPLE, SCHOOLS, typeMeetings, typeTrust } from '../tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, head0, head1 } = PEOPLE;
const URN = SCHOOLS[0]?.urn ?? '';
/** The sandbox's clock stands on Monday 23 November 2026. */
const meeting = (kind: string, year: string, start: string, more: Partial<RecordedMeeting> = {}): Meeting => ({
  ...{ key: `${kind}/${year}/1`, kind, year, number: 1, title: `Meeting: ${kind}`, place: 'Trust office' },
  ...{ start: `${start}T09:30`, end: `${start}T11:00`, attendees: [ceo.id, head0.id, head1.id] },
  ...{ reminderMinutes: 60, agenda: [], ...more },
});
const SUMMER = meeting('development', '2026-27', '2026-08-19');
const ADVISORY = meeting('advisory', '2026-27', '2026-11-17');
const NEXT_ADVISORY = meeting('advisory', '2026-27', '2026-12-01', { key: 'advisory/2026-27/2', number: 2 });
const aboutSchool = (urn: string, number: number) => ({
  key: `head-and-ceo/2026-27/autumn/${urn}`,
  number,
  urn,
  rule: 'M7',
});
const WITH_CEO = meeting('head-and-ceo', '2026-27', '2026-12-03', aboutSchool(URN, 1));
const ELSEWHERE = meeting('head-and-ceo', '2026-27', '2026-12-04', aboutSchool(SCHOOLS[1]?.urn ?? '', 2));
const STRATEGIC = meeting('strategic', '2026-27', '2026-12-02');
const NEXT_YEAR = meeting('strategic', '2027-28', '2027-09-08');
const pathOf = ({ key }: Meeting) => `/api/gatherings/${encodeURIComponent(key)}`;

let ask: (method: string, path: string, body?: unknown) => Promise<Response>;
beforeAll(async () => {
  const place = await makePlace();
  await typeTrust(place);
  await typeMeetings(place, [SUMMER, ADVISORY, NEXT_ADVISORY, WITH_CEO, ELSEWHERE, STRATEGIC, NEXT_YEAR]);
  ask = await asking(webOf(await place.open()), ceo);
});
const seen = async (answer: Promise<Response>) => {
  const got = await answer;
  if (got.status !== 200) throw new Error(`${got.status} ${await got.text()}`);
  return (await got.json()) as GatheringView;
};
const agendaOf = async (one: Meeting) => JSON.stringify((await seen(ask('GET', pathOf(one)))).agenda);
const minute = async (one: Meeting, point: object) => {
  const id = crypto.randomUUID();
  await seen(ask('PUT', `${pathOf(one)}/points/${id}`, point));
  await seen(ask('POST', `${pathOf(one)}/minutes/end`, { state: 'held', attended: [ceo.id, head0.id] }));
};

describe('what a meeting agrees', () => {
  it('M6: partnership priorities of the summer go onto that year’s agendas, once they are minuted, and onto no other’s', async () => {
    const priority = 'Reading aloud every day in every class';
    expect(await agendaOf(STRATEGIC)).not.toContain(priority);
    await minute(SUMMER, { kind: 'priority', text: priority });
    expect(await agendaOf(STRATEGIC)).toContain(priority);
    expect(await agendaOf(NEXT_YEAR)).not.toContain(priority);
  });

  it('M5: what advisory heads find at a school goes onto the agendas of what comes next, and stands beside its category', async () => {
    const area = 'Greater depth in writing';
    await minute(ADVISORY, { kind: 'development area', text: area, urn: URN });
    for (const next of [NEXT_ADVISORY, WITH_CEO]) expect(await agendaOf(next)).toContain(area);
    expect(await agendaOf(ELSEWHERE)).not.toContain(area);
    const { schools } = (await (await ask('GET', '/api/categories/2026-27/autumn-2')).json()) as CategoriesView;
    const visits = schools.flatMap((school) => (school.visits ? [[school.urn, school.visits]] : []));
    expect(visits).toEqual([[URN, [`Advisory heads found: ${area}`]]]);
  });
});
