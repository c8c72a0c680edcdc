/** A year's peer reviews agreed in the tab, over the lists and calendars of the local Microsoft 365 (M32). */
import type { PeerReviewsView, Person, SchoolReview } from '@owls/policy';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OFFICE, type PlanningStage, planningStage, read, YEAR } from '../meetings/planning-stage.ts';
import { PEOPLE, SCHOOLS } from '../tenant.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const { ceo, east, head0, head1, head2 } = PEOPLE;
const PATH = `/api/peer-reviews/${YEAR}`;
let stage: PlanningStage;
beforeEach(async () => {
  stage = await planningStage();
});

const view = async (person: Person = ceo) =>
  (await read(stage.ask('GET', PATH, undefined, person), 200)) as PeerReviewsView;
const given = ({ urn, days, lead, reviewers, version }: SchoolReview) => ({
  ...{ urn, days, lead, reviewers },
  ...(version === undefined ? {} : { version }),
});
const agree = (reviews: readonly object[], person: Person = ceo) => stage.ask('POST', PATH, { reviews }, person);
const rows = () => stage.place.rows('Peer reviews');
const schoolOf = ({ schools }: PeerReviewsView, urn: string | undefined): SchoolReview => {
  const found = schools.find((one) => one.urn === urn);
  if (found === undefined) throw new Error(`no review of ${urn}`);
  return found;
};

describe('the year’s peer reviews', () => {
  it('are agreed all at once as proposed, once, and stand in the plan and in calendars', async () => {
    const proposed = await view();
    expect(proposed.schools.map(({ state }) => state)).toEqual(SCHOOLS.map(() => 'proposed'));
    const wanted = proposed.schools.map(given);
    const agreed = (await read(agree(wanted), 200)) as PeerReviewsView;
    expect(agreed.schools).toMatchObject(SCHOOLS.map(() => ({ state: 'agreed', agreed: { byName: ceo.name } })));
    expect(agreed.schools.map(({ days }) => days)).toEqual(proposed.schools.map(({ days }) => days));
    // Its answer was lost: it is sent again.
    await read(agree(wanted), 200);
    expect(await rows()).toHaveLength(SCHOOLS.length);

    const days = proposed.schools.flatMap((one) => one.days).sort();
    const planned = (await stage.plan()).meetings.filter(({ kind }) => kind === 'peer-review');
    expect(planned.map(({ start }) => start.slice(0, 10)).sort()).toEqual(days);
    await stage.put();
    const events = (await stage.events()).filter(({ subject }) => subject.startsWith('Peer review'));
    expect(events.map(({ start }) => start.dateTime.slice(0, 10)).sort()).toEqual(days);
  });

  it('are changed with a reason, which is kept; steps that others ticked off stay', async () => {
    const [first] = (await view()).schools;
    if (first === undefined) throw new Error('no school');
    const agreed = schoolOf((await read(agree([given(first)]), 200)) as PeerReviewsView, first.urn);
    const [row] = await rows();
    await stage.place.retype('Peer reviews', row?.id ?? '', { Steps: 'templates 2026-11-20 someone' });
    await stage.world.refresh();
    const seen = schoolOf(await view(), first.urn);
    const fewer = { ...given(seen), reviewers: seen.reviewers.slice(0, 1) };
    const refused = (await read(agree([fewer]), 422)) as { error: { message: string } };
    expect(refused.error.message).toContain('say why it has to be them');
    const because = '<at>Everyone</at> =HYPERLINK("https://evil.example") Inspection due';
    const changed = schoolOf((await read(agree([{ ...fewer, because }]), 200)) as PeerReviewsView, first.urn);
    expect(changed).toMatchObject({ reviewers: fewer.reviewers, agreed: { because } });
    expect(changed.version).not.toBe(agreed.version);
    expect(await rows()).toMatchObject([{ fields: { Because: because, Steps: 'templates 2026-11-20 someone' } }]);
  });

  it('are nobody’s to overwrite unseen: who comes second is told, and nothing is lost', async () => {
    const [first, second] = (await view()).schools;
    if (first === undefined || second === undefined) throw new Error('no schools');
    const other = await stage.place.open();
    await read(agree([given(first)]), 200);
    const mine = { ...given(first), days: ['2027-05-11', '2027-05-12'] };
    const late = (await read(agree([mine]), 409)) as { error: { code: string } };
    expect(late.error.code).toBe('conflict');
    // An instance that has not looked since: SharePoint itself refuses a second row.
    const review = { ...mine, key: `peer-review/${YEAR}/${first.urn}`, year: YEAR, steps: [], questions: [] };
    const by = { person: ceo.id, surface: 'tab' } as const;
    const now = { by: ceo.id, at: other.now().toString(), because: '' };
    const both = [
      { ...review, lead: ceo.id, agreed: now },
      { ...review, ...given(second), lead: ceo.id, key: `peer-review/${YEAR}/${second.urn}`, agreed: now },
    ].map((one) => ({ review: one, school: 'A school', version: undefined }));
    await expect(other.peerReviews.agree(both, by)).rejects.toThrow('Somebody agreed 1 of these a moment ago');
    const kept = await rows();
    expect(kept.map(({ fields }) => fields.School).sort()).toEqual([first.urn, second.urn].sort());
    expect(kept.find(({ fields }) => fields.School === first.urn)?.fields.Days).toBe(first.days.join('\n'));
  });

  it('M1: are agreed by the CEO and by cluster leaders in their cluster, and read by whose they are', async () => {
    const all = (await view()).schools;
    const own = (await view(east)).schools;
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(all.length);
    const mine = own[0];
    const others = all.find(({ urn }) => !own.some((one) => one.urn === urn));
    if (mine === undefined || others === undefined) throw new Error('no schools');
    await read(agree([given(others)], east), 404);
    await read(agree([given(mine)], east), 200);
    const read0 = await view(head0);
    expect(read0.schools).toMatchObject([{ mayAgree: false }]);
    await read(agree(read0.schools.map(given), head0), 403);
    const theirs = (await view(head2)).schools.map(({ urn }) => urn);
    await read(agree(all.filter(({ urn }) => !theirs.includes(urn)).map(given), head2), 404);
    await read(agree([{ ...given(others), urn: '999999' }]), 404);
    expect(await rows()).toHaveLength(1);
    await read(stage.ask('GET', '/api/peer-reviews/2050-51'), 404);
    await read(stage.ask('GET', PATH, undefined, { ...OFFICE, id: head1.id }), 200);
  });

  it('are refused whole with all that is wrong, where one of them cannot be', async () => {
    const [first, second] = (await view()).schools;
    if (first === undefined || second === undefined) throw new Error('no schools');
    const clash = { ...given(second), days: first.days };
    const refused = (await read(agree([given(first), clash]), 422)) as { findings: { rule: string; says: string }[] };
    expect(refused.findings).toMatchObject([{ rule: 'M32' }]);
    expect(refused.findings[0]?.says).toContain('Give another day or other people.');
    await read(agree([given(first), given(first)]), 422);
    for (const [wrong, says] of [
      [{ ...given(first), urn: "1' or '1'='1" }, 'URN of six digits'],
      [{ ...given(first), days: ['tomorrow'] }, 'must be a date'],
      [{ ...given(first), because: 'x'.repeat(2001) }, 'because'],
      [{ ...given(first), reviewers: ['nobody'], because: 'Free' }, 'is not on record'],
      [{ ...given(first), days: ['2026-12-25', '2026-12-26'] }, 'is no school day'],
    ] as const) {
      const answer = await agree([wrong]);
      expect([400, 422]).toContain(answer.status);
      expect(await answer.text()).toContain(says);
    }
    expect((await agree([])).status).toBe(400);
    expect(await rows()).toEqual([]);
  });
});
