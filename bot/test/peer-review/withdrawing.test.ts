/** A peer review withdrawn in the tab, given again, and its steps ticked, over the lists and calendars of the sandbox (M32). */
import { dateAt, type PeerReviewsView, type Person, peerReviewKey, type SchoolReview } from '@owls/policy';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type PlanningStage, planningStage, read, YEAR } from '../meetings/planning-stage.ts';
import { orderFaults, PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const { ceo, east, head0, head1, head2 } = PEOPLE;
const URN = '115850';
const PATH = `/api/peer-reviews/${YEAR}`;
/** The sandbox's clock stands on Monday 23 November 2026: what prepares it has been asked for, what comes of it has not. */
const DAYS = ['2026-12-08', '2026-12-09'];
let stage: PlanningStage;
let row: string;
beforeEach(async () => {
  stage = await planningStage();
  const key = peerReviewKey(YEAR, URN);
  const people = { Lead: ceo.id, Reviewers: `${head1.id}\n${head2.id}` };
  const review = { Key: key, Title: 'Barn Lane', School: URN, AcademicYear: YEAR, Days: DAYS.join('\n'), ...people };
  [row = ''] = await stage.place.type('Peer reviews', [review]);
  await stage.world.refresh();
});

const view = async (person: Person = ceo) =>
  (await read(stage.ask('GET', PATH, undefined, person), 200)) as PeerReviewsView;
const mine = ({ schools }: PeerReviewsView): SchoolReview => {
  const found = schools.find(({ urn }) => urn === URN);
  if (found === undefined) throw new Error('The review is not shown.');
  return found;
};
const versionOf = async () => mine(await view()).version ?? '';
const withdraw = async (body: object = {}, person: Person = ceo) =>
  stage.ask(
    'POST',
    `${PATH}/${URN}/withdraw`,
    { because: 'An inspection', version: await versionOf(), ...body },
    person,
  );
const tick = (step: string, done: boolean, person: Person = ceo) =>
  stage.ask('POST', `${PATH}/${URN}/steps/${step}`, { done }, person);
const fields = async () => (await stage.place.rows('Peer reviews'))[0]?.fields ?? {};
const events = async () =>
  (await stage.events())
    .filter(({ subject }) => subject.startsWith('Peer review'))
    .map(({ start }) => start.dateTime.slice(0, 10))
    .sort();
const stepsDone = (seen: SchoolReview) => seen.steps.filter(({ state }) => state === 'done').map(({ key }) => key);

describe('a peer review that is withdrawn', () => {
  it('leaves the plan and calendars, says why, and can be agreed again over its row', async () => {
    await stage.put();
    expect(await events()).toEqual(DAYS);
    await read(tick('templates', true), 200);
    const because = '<at>Everyone</at> =HYPERLINK("https://evil.example") An inspection is due';
    const gone = mine((await read(withdraw({ because }), 200)) as PeerReviewsView);
    expect(gone).toMatchObject({ state: 'proposed', steps: [], withdrawn: { byName: ceo.name, because } });
    // Its answer was lost: it is sent again.
    await read(withdraw({ because }), 200);
    expect(
      (await stage.plan()).meetings.filter(({ kind, state }) => kind === 'peer-review' && state !== 'in calendars'),
    ).toEqual([]);
    expect(await stage.put()).toMatchObject({ takenOut: 2, failed: [] });
    expect(await events()).toEqual([]);

    const { urn, days, lead, reviewers, version } = mine(await view());
    const again = (await read(
      stage.ask('POST', PATH, { reviews: [{ urn, days, lead, reviewers, version }] }),
      200,
    )) as PeerReviewsView;
    expect(mine(again)).toMatchObject({ state: 'agreed', days });
    expect(mine(again).withdrawn).toBeUndefined();
    expect(stepsDone(mine(again))).toEqual([]);
    expect(await stage.place.rows('Peer reviews')).toHaveLength(1);
    await stage.put();
    expect(await events()).toEqual([...days].sort());
  });

  it('is told to whom it had been told: the tasks follow its row', async () => {
    await read(withdraw({ because: 'Two heads are ill' }), 200);
    const facts = stage.world.facts();
    const [gone] = facts.records?.peerReview?.withdrawn ?? [];
    expect(gone?.withdrawn).toMatchObject({ by: ceo.id, because: 'Two heads are ill' });
    expect(facts.records?.peerReview?.peerReviews).toEqual([]);
  });

  it('needs a reason, the version that was seen, and days ahead; nothing is lost', async () => {
    const says = (await read(withdraw({ because: '  ' }), 422)) as { findings: { place: string }[] };
    expect(says.findings).toMatchObject([{ place: 'because' }]);
    await read(withdraw({ version: '"9"' }), 409);
    expect((await withdraw({ because: 'x'.repeat(2001) })).status).toBe(400);
    expect((await withdraw({ version: undefined })).status).toBe(400);
    expect(await events()).toEqual([]);
    expect(mine(await view()).state).toBe('agreed');
    await stage.place.retype('Peer reviews', row, { Days: '2026-11-23\n2026-11-24' });
    await stage.world.refresh();
    expect(await (await withdraw()).text()).toContain('It has begun');
    expect(mine(await view()).state).toBe('begun');
  });

  it('is not withdrawn over what another instance did a moment before', async () => {
    const seen = await versionOf();
    const review = stage.world.facts().records?.peerReview?.peerReviews[0];
    if (review === undefined) throw new Error('no review');
    await stage.place.retype('Peer reviews', row, { Days: '2027-01-12\n2027-01-13' });
    const by = { person: ceo.id, surface: 'tab' } as const;
    await expect(stage.world.peerReviews.withdraw(review, 'Ill', seen, by)).rejects.toThrow('changed since');
    expect(await fields()).toMatchObject({ Days: '2027-01-12\n2027-01-13' });
    expect((await fields()).Withdrawn ?? '').toBe('');
  });

  it('M1: is withdrawn by who agrees it; others are refused, and a stranger does not learn that it is there', async () => {
    await read(withdraw({}, head0), 403);
    await read(withdraw({}, head1), 403);
    await read(stage.ask('POST', `${PATH}/999999/withdraw`, { because: 'x', version: '1' }), 404);
    await read(stage.ask('POST', `/api/peer-reviews/2050-51/${URN}/withdraw`, { because: 'x', version: '1' }), 404);
    const none = mine(await view()).version;
    expect(none).toBeDefined();
    const own = (await view(east)).schools.some(({ urn }) => urn === URN);
    expect((await withdraw({}, east)).status).toBe(own ? 200 : 404);
  });
});

describe('the steps of a review’s protocol', () => {
  it('are ticked by those the policy names, seen with who and when, and taken back', async () => {
    const ticked = mine((await read(tick('templates', true), 200)) as PeerReviewsView);
    const today = dateAt(stage.world.policy, stage.world.now());
    expect(ticked.steps[0]).toMatchObject({ state: 'done', done: { on: today, byName: ceo.name } });
    await read(tick('timetable', true, head0), 200);
    // A reviewer sees the review although the school's records are not theirs to read.
    expect(mine(await view(head1)).steps.find(({ key }) => key === 'desk-top-analysis')).toMatchObject({
      mayTick: true,
    });
    const both = mine((await read(tick('desk-top-analysis', true, head1), 200)) as PeerReviewsView);
    expect(stepsDone(both)).toEqual(['templates', 'timetable', 'desk-top-analysis']);
    // Another of those who may: the first day and name stay.
    await read(tick('desk-top-analysis', true, head2), 200);
    expect((await fields()).Steps).toContain(`desk-top-analysis ${today} ${head1.id}`);
    const back = mine((await read(tick('desk-top-analysis', false, head2), 200)) as PeerReviewsView);
    expect(stepsDone(back)).toEqual(['templates', 'timetable']);
    await read(tick('desk-top-analysis', false, head2), 200);
  });

  it('keep what was typed by hand beside them, and each other when ticked at once', async () => {
    await stage.place.retype('Peer reviews', row, { Steps: 'partners, as told by phone\nstaff-list 2026-11-20' });
    const other = await stage.place.open();
    await stage.world.refresh();
    await Promise.all([read(tick('templates', true), 200), read(tick('timetable', true, head0), 200)]);
    const [review] = other.facts().records?.peerReview?.peerReviews ?? [];
    if (review === undefined) throw new Error('no review');
    // An instance that has not looked since: the row it knows is two ticks old.
    await other.peerReviews.tick(review, 'plan-and-self-evaluation', '2026-11-23', {
      person: head0.id,
      surface: 'card',
    });
    const { Steps } = await fields();
    expect(
      String(Steps)
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual([...['partners,', 'staff-list', 'templates', 'timetable', 'plan-and-self-evaluation']]);
  });

  it('survive an answer that is lost, once', async () => {
    await orderFaults([{ service: 'graph', method: 'PATCH', path: '/fields', kind: 'answer-lost' } as never]);
    await read(tick('templates', true), 200);
    expect(String((await fields()).Steps).match(/templates/g)).toHaveLength(1);
  });

  it('M1: are nobody else’s, nor done before the review has begun, nor anybody’s once it is withdrawn', async () => {
    const refused = (await read(tick('timetable', true), 403)) as { error: { wouldChange: string } };
    expect(refused.error.wouldChange).toBe(`It can be ticked by ${head0.name}.`);
    const early = (await read(tick('report', true), 403)) as { error: { message: string } };
    expect(early.error.message).toContain('begins on Tue 8 Dec');
    await read(tick('templates', true, head0), 403);
    await read(tick('no-such-step', true), 404);
    await read(tick("templates' or 1 eq 1", true), 404);
    expect((await stage.ask('POST', `${PATH}/${URN}/steps/templates`, { done: 'yes' })).status).toBe(400);
    await read(withdraw(), 200);
    await read(tick('templates', true), 404);
    const [gone] = stage.world.facts().records?.peerReview?.withdrawn ?? [];
    if (gone === undefined) throw new Error('not withdrawn');
    const by = { person: ceo.id, surface: 'tab' } as const;
    await expect(stage.world.peerReviews.tick(gone, 'templates', '2026-11-23', by)).rejects.toThrow('look at it again');
    expect((await fields()).Steps ?? '').toBe('');
  });
});
