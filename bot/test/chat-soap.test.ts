import { draftOf, latestReturn, measuresOfYear, schoolMeasures } from '@owls/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { messageFor } from '../src/chat/duty-cards.ts';
import {
  dataOf,
  HALF_TERM,
  inputsOf,
  type Message,
  makeStage,
  OPEN_NOW,
  type Pressed,
  type Stage,
} from './chat-stage.ts';
import { PEOPLE } from './tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await makeStage();
  for (const person of [PEOPLE.head0, PEOPLE.head1, PEOPLE.head2, PEOPLE.ceo]) await stage.install(person);
});
afterAll(() => stage.close());

const URN = '115850';
const URN_2 = '115852';
const ids = { urn: URN, ht: HALF_TERM };

async function soapCard(): Promise<Message> {
  const [message] = await stage.type(PEOPLE.head0, 'soap');
  if (!message) throw new Error('The bot did not answer "soap".');
  return message;
}

/** The inputs of a step, every figure filled in with the same believable one. */
function filled(shown: Pressed, value = '70'): Record<string, string> {
  const inputs = inputsOf(shown.value);
  return Object.fromEntries(
    Object.entries(inputs).map(([id, held]) => [
      id,
      held || (id.startsWith('pupils:') ? '30' : id === 'comment' || id === 'nextSteps' ? 'As planned.' : value),
    ]),
  );
}

function emptied(shown: Pressed): Record<string, string> {
  return Object.fromEntries(Object.keys(inputsOf(shown.value)).map((id) => [id, '']));
}

async function next(on: Message, shown: Pressed, inputs = filled(shown), title = 'Next'): Promise<Pressed> {
  return stage.press(PEOPLE.head0, on, 'soap.step', dataOf(shown.value, title), inputs);
}

describe('a head on the SOAP card', () => {
  it('goes through the steps, each saved, sends, and changes what was sent', async () => {
    const message = await soapCard();
    let shown = await stage.press(PEOPLE.head0, message, 'soap.open', { ...ids, step: 'eyfs' });
    expect(shown.text).toContain('Early years');
    shown = await next(message, shown);
    expect(shown.text).toContain('Years 1 and 2');
    expect(
      draftOf(stage.world.facts(), URN, HALF_TERM)?.cohorts.find(({ year }) => year === 'R')?.figures.literacy,
    ).toBe(70);
    shown = await next(message, shown);
    shown = await next(message, shown);
    expect(shown.text).toContain('Pupil groups');
    expect(shown.text).toContain('Each over Years 1 to 6');
    const groups = { ...emptied(shown), 'pupils:girls': '61', 'girls:reading': '72', 'pupils:boys': '58' };
    const tooMuch = await next(message, shown, { ...groups, 'girls:reading': '101' });
    expect(tooMuch.text).toContain('Girls, reading is 101%: give a figure from 0 to 100.');
    expect(inputsOf(tooMuch.value)).toMatchObject({ 'pupils:boys': '58' });
    shown = await next(message, tooMuch, groups);
    expect(draftOf(stage.world.facts(), URN, HALF_TERM)?.groups).toEqual([
      { group: 'girls', pupils: 61, figures: { reading: 72 } },
      { group: 'boys', pupils: 58, figures: {} },
    ]);
    expect(shown.text).toContain('Teaching, attendance');
    shown = await next(message, shown, filled(shown, '5'));
    shown = await next(message, shown, filled(shown), 'Review');
    expect(shown.text).toContain('Check and send');

    const send = dataOf(shown.value, 'Send');
    const receipt = await stage.press(PEOPLE.head0, message, 'soap.submit', send);
    expect(receipt.text).toContain('✓ Sent');
    expect(latestReturn(stage.world.facts(), URN, HALF_TERM)).toMatchObject({ revision: 1, comment: 'As planned.' });

    // The same press again, and the same card sent again from another client: still one revision.
    const again = await stage.press(PEOPLE.head0, message, 'soap.submit', send);
    expect(again.text).toContain('✓ Sent');
    expect(stage.world.facts().returns.filter(({ urn }) => urn === URN)).toHaveLength(1);

    shown = await stage.press(PEOPLE.head0, message, 'soap.change', dataOf(receipt.value, 'Change it'));
    shown = await next(message, shown, { ...inputsOf(shown.value), 'R:literacy': '75' });
    shown = await stage.press(PEOPLE.head0, message, 'soap.review', ids);
    const changed = await stage.press(PEOPLE.head0, message, 'soap.submit', dataOf(shown.value, 'Send'));
    expect(changed.text).toContain('revision 2');
    expect(latestReturn(stage.world.facts(), URN, HALF_TERM)?.revision).toBe(2);
  });

  it('gets a figure of 200 % back with the error beside it and what else was typed kept', async () => {
    const message = await soapCard();
    const step = await stage.press(PEOPLE.head0, message, 'soap.open', { ...ids, step: 'years-3-6' });
    const inputs = { ...filled(step), 'Y3:reading': '200', 'Y4:maths': '66' };
    const shown = await next(message, step, inputs);
    expect(shown.statusCode).toBe(200);
    expect(shown.text).toMatch(/Year 3 reading is 200%: give a figure from 0 to 100/);
    expect(inputsOf(shown.value)).toMatchObject({ 'Y3:reading': '200', 'Y4:maths': '66' });
    const saved = draftOf(stage.world.facts(), URN, HALF_TERM) ?? latestReturn(stage.world.facts(), URN, HALF_TERM);
    expect(saved?.cohorts.find(({ year }) => year === 'Y3')?.figures.reading).not.toBe(200);
  });

  it('is shown both versions where somebody else saved meanwhile, and chooses', async () => {
    const message = await soapCard();
    const mine = await stage.press(PEOPLE.head0, message, 'soap.open', { ...ids, step: 'years-1-2' });
    const theirs = await stage.press(PEOPLE.head0, message, 'soap.open', { ...ids, step: 'years-1-2' });
    await next(message, theirs, { ...filled(theirs), 'Y1:reading': '71' });
    const conflict = await next(message, mine, { ...filled(mine), 'Y1:reading': '74' });
    expect(conflict.text).toContain('Changed since you opened it');
    expect(conflict.text).toMatch(/Reading: saved 71, yours 74/);
    expect(
      draftOf(stage.world.facts(), URN, HALF_TERM)?.cohorts.find(({ year }) => year === 'Y1')?.figures.reading,
    ).toBe(71);

    const kept = await next(message, conflict, inputsOf(conflict.value), 'Keep mine');
    expect(kept.text).toContain('Years 3 to 6');
    expect(
      draftOf(stage.world.facts(), URN, HALF_TERM)?.cohorts.find(({ year }) => year === 'Y1')?.figures.reading,
    ).toBe(74);
  });

  it('who presses Next twice is not told of a conflict with themselves', async () => {
    const message = await soapCard();
    const step = await stage.press(PEOPLE.head0, message, 'soap.open', { ...ids, step: 'years-1-2' });
    const inputs = { ...filled(step), 'Y2:maths': '58', 'Y2:rwm': '50' };
    const answers = await Promise.all([next(message, step, inputs), next(message, step, inputs)]);
    for (const answer of answers) expect(answer.text).toContain('Years 3 to 6');
  });

  it('can use a client that only submits: the card changes in place', async () => {
    const message = await soapCard();
    const before = (await stage.messages(PEOPLE.head0)).length;
    await stage.submit(PEOPLE.head0, message, { ...ids, verb: 'soap.open', step: 'comment' });
    const after = await stage.messages(PEOPLE.head0);
    expect(after).toHaveLength(before);
    expect(JSON.stringify(after.find(({ id }) => id === message.id))).toContain('Your commentary');
  });

  it('with nothing new sends last half term’s figures in two taps', async () => {
    const by = { person: PEOPLE.head2.id, surface: 'tab' } as const;
    const [school] = stage.world.facts().schools.filter(({ urn }) => urn === URN_2);
    const last = latestReturn(stage.world.facts(), URN, HALF_TERM);
    if (last === undefined || school === undefined) throw new Error('Nothing to begin with.');
    const content = {
      ...last,
      school: { ...last.school, attendance: 95 },
      cohorts: last.cohorts.filter(({ year }) => school.pupils[year] !== undefined),
    };
    const draft = await stage.world.soap.saveDraft(URN_2, '2026-27/autumn-1', content, undefined, by);
    await stage.world.soap.submit(draft, by);
    const [message] = await stage.type(PEOPLE.head2, 'soap');
    if (message === undefined) throw new Error('The bot did not answer "soap".');
    expect(JSON.stringify(message)).toContain('Nothing has changed');
    const look = await stage.press(PEOPLE.head2, message, 'soap.review', { urn: URN_2, ht: HALF_TERM });
    const sent = await stage.press(PEOPLE.head2, message, 'soap.submit', dataOf(look.value, 'Send'));
    expect(sent.text).toContain('✓ Sent');
    const { school: whole, groups } = latestReturn(stage.world.facts(), URN_2, HALF_TERM) ?? {};
    expect(whole).toEqual(content.school);
    expect(groups?.map(({ group }) => group)).toEqual(['girls', 'boys']);
    expect(sent.text).toContain('Girls (61)');
  });

  it('acting for another school changes nothing and learns nothing', async () => {
    const [message] = await stage.type(PEOPLE.head1, 'soap');
    if (!message) throw new Error('no card');
    const forOther = await stage.press(
      PEOPLE.head1,
      message,
      'soap.step',
      { ...ids, step: 'comment', go: 'next' },
      { comment: 'x', nextSteps: '' },
    );
    const forNone = await stage.press(
      PEOPLE.head1,
      message,
      'soap.step',
      { ...ids, urn: '999999', step: 'comment', go: 'next' },
      { comment: 'x', nextSteps: '' },
    );
    expect(forOther).toMatchObject({ statusCode: 403, type: 'application/vnd.microsoft.error' });
    expect(forNone.value).toEqual(forOther.value);
    expect(stage.world.facts().drafts.find(({ urn }) => urn === URN)?.comment).not.toBe('x');
    const send = await stage.press(
      PEOPLE.ceo,
      (await stage.type(PEOPLE.ceo, 'soap'))[0] ?? message,
      'soap.submit',
      ids,
    );
    expect(send.statusCode).toBe(403);
  });

  it.each([
    ['a verb nobody knows', 'soap.delete', ids, 'UnknownVerb'],
    ['a half term that is none', 'soap.open', { ...ids, ht: 'whenever' }, 'BadInput'],
    ['a half term beyond the calendar', 'soap.open', { ...ids, ht: '1999-00/autumn-1' }, 'BadInput'],
    ['no ids at all', 'soap.submit', {}, 'BadInput'],
    ['an object where a text should be', 'soap.step', { ...ids, step: { $ne: 1 }, go: 'next' }, 'BadInput'],
  ])('%s is answered with a clear error', async (_what, verb, data, code) => {
    const message = await soapCard();
    const answer = await stage.press(PEOPLE.head0, message, verb, data);
    expect(answer).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error', value: { code } });
    expect(answer.text.length).toBeGreaterThan(20);
  });

  it('proves by looking that the card arrived, and nobody else’s key proves anything', async () => {
    const key = `soap-prompt/${HALF_TERM}/115852/${PEOPLE.head2.id}`;
    const row = stage.world.conversations.get(PEOPLE.head2.id);
    if (!row) throw new Error('not installed');
    const duty = {
      key,
      kind: 'soap-prompt' as const,
      person: PEOPLE.head2.id,
      urn: '115852',
      halfTerm: HALF_TERM,
      rule: 'M14',
      since: '2026-11-23T08:00:00Z',
      because: '',
      otherwise: '',
    };
    const { activityId } = await stage.messenger.send(row, messageFor(duty, stage.world));
    const message = (await stage.messages(PEOPLE.head2)).find(({ id }) => id === activityId);
    if (!message) throw new Error('The prompt is not in the chat.');
    await stage.press(PEOPLE.head2, message, 'soap.refresh', { urn: '115852', ht: HALF_TERM, delivery: key });
    expect(stage.seen).toContain(key);
    const before = stage.seen.length;
    await stage.press(PEOPLE.head0, await soapCard(), 'soap.refresh', { ...ids, delivery: key });
    expect(stage.seen).toHaveLength(before);
  });

  it('is asked for every figure the policy knows', async () => {
    const message = await soapCard();
    const asked = new Set<string>();
    for (const { key } of OPEN_NOW.soap.steps) {
      const shown = await stage.press(PEOPLE.head0, message, 'soap.open', { ...ids, step: key });
      for (const id of Object.keys(inputsOf(shown.value))) asked.add(id);
    }
    for (const { key } of schoolMeasures(OPEN_NOW)) expect(asked).toContain(`school:${key}`);
    for (const { key } of measuresOfYear(OPEN_NOW, 'Y2')) expect(asked).toContain(`Y2:${key}`);
  });
});
