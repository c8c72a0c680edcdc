import type { Cohort, YearGroup } from '@owls/policy';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenWorld } from '../../src/store/open-world.ts';
import type { DraftContent } from '../../src/stores.ts';
import { type By, Conflict } from '../../src/writes.ts';
import { control, makePlace, noFaults, orderFaults, PEOPLE, type Place, SCHOOLS, typeTrust } from '../tenant.ts';

const HALF_TERM = '2026-27/autumn-2';
const head: By = { person: PEOPLE.head0.id, surface: 'card' };
const ceo: By = { person: PEOPLE.ceo.id, surface: 'tab' };

const cohort = (year: YearGroup, reading: number): Cohort => ({ year, pupils: 30, figures: { reading } });
const content = (reading: number, comment = ''): DraftContent => ({
  cohorts: [cohort('Y1', reading), cohort('Y2', 60)],
  school: { attendance: 95.4 },
  comment,
  nextSteps: '',
});
const withReading = (given: DraftContent, reading: number): DraftContent => ({
  ...given,
  cohorts: [cohort('Y1', reading), ...given.cohorts.slice(1)],
});

describe('SOAP returns in the lists', () => {
  let place: Place;
  let world: OpenWorld;
  let other: OpenWorld;
  let school = 0;
  /** Each test has a half term of its own. */
  const halfTerms = ['autumn-1', 'autumn-2', 'spring-1', 'spring-2', 'summer-1', 'summer-2'].flatMap((name) =>
    ['2026-27', '2027-28', '2028-29'].map((year) => `${year}/${name}`),
  );
  const fresh = () => {
    school += 1;
    return { urn: SCHOOLS[0]?.urn ?? '', halfTerm: halfTerms[school] ?? HALF_TERM };
  };

  beforeAll(async () => {
    place = await makePlace();
    await typeTrust(place);
    [world, other] = await Promise.all([place.open(), place.open()]);
  });

  it('keeps a draft that nobody takes for a return, and a return once it is submitted', async () => {
    const { urn, halfTerm } = fresh();
    const draft = await world.soap.saveDraft(urn, halfTerm, content(70), undefined, head);
    expect(draft).toMatchObject({ urn, halfTerm, revision: 1, savedBy: head.person, ...content(70) });
    expect(world.facts().returns.filter((one) => one.halfTerm === halfTerm)).toEqual([]);
    expect(world.facts().drafts.find((one) => one.halfTerm === halfTerm)).toEqual(draft);

    const submitted = await world.soap.submit(draft, head);
    expect(submitted).toMatchObject({ revision: 1, submittedBy: head.person, ...content(70) });
    expect(world.facts().drafts.filter((one) => one.halfTerm === halfTerm)).toEqual([]);
    await other.refresh();
    expect(other.facts().returns.find((one) => one.halfTerm === halfTerm)).toEqual(submitted);
  });

  it('writes only the year groups that changed', async () => {
    const { urn, halfTerm } = fresh();
    const draft = await world.soap.saveDraft(urn, halfTerm, content(70), undefined, head);
    const before = (await place.rows('SOAP cohorts')).filter(({ fields }) => fields.HalfTerm === halfTerm);
    await world.soap.saveDraft(urn, halfTerm, withReading(content(70), 71), draft.version, head);
    const after = (await place.rows('SOAP cohorts')).filter(({ fields }) => fields.HalfTerm === halfTerm);
    const changed = after.filter(({ id, eTag }) => before.find((row) => row.id === id)?.eTag !== eTag);
    expect(changed.map(({ fields }) => fields.YearGroup)).toEqual(['Y1']);
  });

  it('returns the same return when a person presses submit twice', async () => {
    const { urn, halfTerm } = fresh();
    const draft = await world.soap.saveDraft(urn, halfTerm, content(55), undefined, head);
    const [first, second] = await Promise.all([world.soap.submit(draft, head), world.soap.submit(draft, head)]);
    expect(second).toEqual(first);
    expect(await world.soap.submit(draft, head)).toEqual(first);
    const rows = (await place.rows('SOAP returns')).filter(({ fields }) => fields.HalfTerm === halfTerm);
    expect(rows).toHaveLength(1);
  });

  it('makes a new revision of a resubmission and audits each figure that changed', async () => {
    const { urn, halfTerm } = fresh();
    const first = await world.soap.submit(
      await world.soap.saveDraft(urn, halfTerm, content(55), undefined, head),
      head,
    );
    const draft = await world.soap.saveDraft(urn, halfTerm, content(58, 'Phonics again'), undefined, head);
    expect(draft.revision).toBe(2);
    const second = await world.soap.submit(draft, head);
    expect(world.facts().returns.filter((one) => one.halfTerm === halfTerm)).toEqual([first, second]);
    const audit = (await place.rows('Audit')).filter(({ fields }) => fields.HalfTerm === halfTerm);
    const changes = audit.filter(({ fields }) => fields.Action === 'soap.changed').map(({ fields }) => fields);
    expect(changes).toHaveLength(2);
    expect(changes).toContainEqual(
      expect.objectContaining({ Field: 'Y1:reading', From: '55', To: '58', Person: head.person, School: urn }),
    );
    expect(changes).toContainEqual(expect.objectContaining({ Field: 'comment', To: 'Phonics again', Surface: 'card' }));
  });

  it('shows the second of two people what the first one saved, and loses nothing', async () => {
    const { urn, halfTerm } = fresh();
    const seen = await world.soap.saveDraft(urn, halfTerm, content(40), undefined, head);
    await other.refresh();
    const kept = await world.soap.saveDraft(urn, halfTerm, withReading(content(40), 41), seen.version, head);
    const late = other.soap.saveDraft(urn, halfTerm, withReading(content(40), 99), seen.version, ceo);
    await expect(late).rejects.toThrow(Conflict);
    await late.catch((error: unknown) => {
      expect((error as Conflict<unknown>).current).toMatchObject({ savedBy: head.person, cohorts: kept.cohorts });
    });
    await world.refresh();
    expect(world.facts().drafts.find((one) => one.halfTerm === halfTerm)).toEqual(kept);
  });

  it('lets one of two people begin a return, whoever is first', async () => {
    const { urn, halfTerm } = fresh();
    const outcomes = await Promise.allSettled([
      world.soap.saveDraft(urn, halfTerm, content(10), undefined, head),
      other.soap.saveDraft(urn, halfTerm, content(20), undefined, ceo),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toBeInstanceOf(Conflict);
    const rows = (await place.rows('SOAP returns')).filter(({ fields }) => fields.HalfTerm === halfTerm);
    expect(rows).toHaveLength(1);
  });

  it('does not submit a draft that somebody changed after it was read', async () => {
    const { urn, halfTerm } = fresh();
    const draft = await world.soap.saveDraft(urn, halfTerm, content(30), undefined, head);
    await other.refresh();
    await other.soap.saveDraft(urn, halfTerm, content(31), draft.version, ceo);
    await expect(world.soap.submit(draft, head)).rejects.toThrow(Conflict);
    expect(world.facts().returns.filter((one) => one.halfTerm === halfTerm)).toEqual([]);
  });

  it('notices a year group changed by hand between reading and saving', async () => {
    const { urn, halfTerm } = fresh();
    const draft = await world.soap.saveDraft(urn, halfTerm, content(30), undefined, head);
    const row = (await place.rows('SOAP cohorts')).find(({ fields }) => fields.Key === `${halfTerm}/${urn}/r1/Y1`);
    await place.retype('SOAP cohorts', row?.id ?? '', { M_reading: 77 });
    await world.refresh();
    const late = world.soap.saveDraft(urn, halfTerm, content(31), draft.version, head);
    await expect(late).rejects.toThrow(Conflict);
    const there = world.facts().drafts.find((one) => one.halfTerm === halfTerm);
    expect(there?.cohorts[0]?.figures).toEqual({ reading: 77 });
  });

  it('has one row when the answer to a create was lost after the row was made', async () => {
    const { urn, halfTerm } = fresh();
    const path = `${await place.listPath('SOAP returns')}/items$|${await place.listPath('SOAP cohorts')}/items$`;
    await orderFaults([{ service: 'graph', method: 'POST', path, status: 504, times: 2, when: 'after' }]);
    const draft = await world.soap.saveDraft(urn, halfTerm, content(66), undefined, head).finally(noFaults);
    expect(draft.cohorts).toEqual(content(66).cohorts);
    const keys = [...(await place.rows('SOAP returns')), ...(await place.rows('SOAP cohorts'))].filter(
      ({ fields }) => fields.HalfTerm === halfTerm,
    );
    expect(keys).toHaveLength(3);
  });

  it('takes a submission whose answer was lost for the submission it was', async () => {
    const { urn, halfTerm } = fresh();
    const draft = await world.soap.saveDraft(urn, halfTerm, content(66), undefined, head);
    const path = `${await place.listPath('SOAP returns')}/items`;
    await orderFaults([{ service: 'graph', method: 'PATCH', path, status: 502, times: 1, when: 'after' }]);
    const submitted = await world.soap.submit(draft, head).finally(noFaults);
    expect(submitted.submittedBy).toBe(head.person);
    await world.refresh();
    const audit = (await place.rows('Audit')).filter(({ fields }) => fields.HalfTerm === halfTerm);
    expect(audit.filter(({ fields }) => fields.Action === 'soap.submitted')).toHaveLength(1);
  });

  it('goes on from where it stopped when a year group could not be written', async () => {
    const { urn, halfTerm } = fresh();
    const draft = await world.soap.saveDraft(urn, halfTerm, content(20), undefined, head);
    const path = `${await place.listPath('SOAP cohorts')}/items`;
    await orderFaults([{ service: 'graph', method: 'PATCH', path, status: 403, times: 1, when: 'before' }]);
    await expect(world.soap.saveDraft(urn, halfTerm, content(21, 'A'), draft.version, head)).rejects.toThrow(/403/);
    await noFaults();
    const again = await world.soap.saveDraft(urn, halfTerm, content(21, 'A'), draft.version, head);
    expect(again).toMatchObject({ comment: 'A', cohorts: content(21).cohorts });
  });

  it('sweeps year groups that no header names, once they are an hour old', async () => {
    await place.type('SOAP cohorts', [
      {
        ...{ Title: 'Left over', Key: '2029-30/autumn-1/115850/r7/Y1', School: '115850', HalfTerm: '2029-30/autumn-1' },
        ...{ Revision: 7, YearGroup: 'Y1', Pupils: 30 },
      },
    ]);
    await world.refresh();
    expect(await world.sweep()).toBe(0);
    await control('POST', '/api/clock', { advanceMinutes: 61 });
    await world.refresh();
    expect(await world.sweep()).toBe(1);
    const rows = await place.rows('SOAP cohorts');
    expect(rows.filter(({ fields }) => fields.Title === 'Left over')).toEqual([]);
    expect(rows.length).toBeGreaterThan(1);
  });

  it('has each row once when the answer to a whole batch was lost', async () => {
    const { urn, halfTerm } = fresh();
    const draft = await world.soap.saveDraft(urn, halfTerm, content(20), undefined, head);
    await orderFaults([{ service: 'graph', method: 'POST', path: 'batch$', status: 504, times: 1, when: 'after' }]);
    const saved = await world.soap.saveDraft(urn, halfTerm, content(25), draft.version, head).finally(noFaults);
    expect(saved.cohorts).toEqual(content(25).cohorts);
    const after = await world.soap.saveDraft(urn, halfTerm, content(26), saved.version, head);
    expect(after.cohorts).toEqual(content(26).cohorts);
    const rows = (await place.rows('SOAP cohorts')).filter(({ fields }) => fields.HalfTerm === halfTerm);
    expect(rows).toHaveLength(2);
  });

  it('removes the row of a year group that the return no longer has', async () => {
    const { urn, halfTerm } = fresh();
    const draft = await world.soap.saveDraft(urn, halfTerm, content(20), undefined, head);
    const without = { ...content(20), cohorts: content(20).cohorts.slice(0, 1) };
    const saved = await world.soap.saveDraft(urn, halfTerm, without, draft.version, head);
    expect(saved.cohorts).toEqual(without.cohorts);
    const rows = (await place.rows('SOAP cohorts')).filter(({ fields }) => fields.HalfTerm === halfTerm);
    expect(rows.map(({ fields }) => fields.YearGroup)).toEqual(['Y1']);
  });

  it('keeps pupil groups as rows of their own, in the policy’s order, and removes those that went', async () => {
    const { urn, halfTerm } = fresh();
    const girls = { group: 'girls', pupils: 31, figures: { reading: 72.5, rwm: 60 } };
    const eal = { group: 'eal', pupils: 4, figures: {} };
    const draft = await world.soap.saveDraft(urn, halfTerm, { ...content(20), groups: [girls, eal] }, undefined, head);
    expect(draft.groups).toEqual([eal, girls]);
    const rows = async () =>
      (await place.rows('SOAP pupil groups')).filter(({ fields }) => fields.HalfTerm === halfTerm);
    const before = await rows();
    expect(before.map(({ fields }) => fields)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...{ Key: `${halfTerm}/${urn}/r1/girls`, School: urn, PupilGroup: 'girls', Pupils: 31, M_reading: 72.5 },
        }),
      ]),
    );

    const more = { ...girls, figures: { reading: 73 } };
    const saved = await world.soap.saveDraft(urn, halfTerm, { ...content(20), groups: [more] }, draft.version, head);
    expect(saved.groups).toEqual([more]);
    expect((await rows()).map(({ fields }) => fields.PupilGroup)).toEqual(['girls']);
    const sent = await world.soap.submit(saved, head);
    await other.refresh();
    expect(other.facts().returns.find((one) => one.halfTerm === halfTerm)).toEqual(sent);
    expect(sent.groups).toEqual([more]);

    const again = await world.soap.saveDraft(urn, halfTerm, content(20), undefined, head);
    expect(again).not.toHaveProperty('groups');
    await world.soap.submit(again, head);
    const audit = (await place.rows('Audit')).filter(({ fields }) => fields.HalfTerm === halfTerm);
    expect(audit.map(({ fields }) => fields)).toEqual(
      expect.arrayContaining([expect.objectContaining({ Action: 'soap.changed', Field: 'girls:reading', From: '73' })]),
    );
  });

  it('notices a pupil group that was changed by hand, and says which group nobody knows', async () => {
    const { urn, halfTerm } = fresh();
    const groups = [{ group: 'boys', pupils: 30, figures: { maths: 61 } }];
    const draft = await world.soap.saveDraft(urn, halfTerm, { ...content(20), groups }, undefined, head);
    const [row] = (await place.rows('SOAP pupil groups')).filter(({ fields }) => fields.HalfTerm === halfTerm);
    await place.retype('SOAP pupil groups', row?.id ?? '', { M_maths: 62 });
    await world.refresh();
    const there = world.facts().drafts.find((one) => one.halfTerm === halfTerm);
    expect(there?.groups?.[0]?.figures).toEqual({ maths: 62 });
    expect(there?.version).not.toBe(draft.version);
    await place.retype('SOAP pupil groups', row?.id ?? '', { PupilGroup: 'twins' });
    await world.refresh();
    expect(world.facts().drafts.find((one) => one.halfTerm === halfTerm)).not.toHaveProperty('groups');
    expect(world.rowProblems().map(({ says }) => says)).toContainEqual(
      expect.stringContaining('holds "twins", which is none of disadvantaged'),
    );
  });
});
