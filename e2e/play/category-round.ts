import { type CategoriesView, type HalfTermId, halfTermLabel, roundWindow } from '@owls/policy';
import { until } from '../local/processes.ts';
import { arrived, messageOf } from './arrivals.ts';
import { buttonsOf, ChatUser, cardOf, inputsOf, wordsOf } from './chat-user.ts';
import { eachOf } from './crowd.ts';
import { goOn } from './go-on.ts';
import type { Ground } from './ground.ts';
import type { Happenings } from './happenings.ts';

/** The categorisation round: cluster leaders propose on cards, the CEO validates in the tab, the summary is posted. */
export async function playCategories(
  ground: Ground,
  halfTerm: HalfTermId,
  seen: Happenings,
  tell: (step: string) => void,
): Promise<readonly string[]> {
  const { local, ceo, policy, people, schools } = ground;
  const { control } = local;
  const counted = (words: string) => (done: number, total: number) =>
    tell(`${words} (${Math.round((done / Math.max(1, total)) * 100)} %)`);
  const view = () => ceo.call<CategoriesView>('GET', `/categories/${halfTerm}`);
  const opens = roundWindow(policy, halfTerm).opens.toString();
  if ((await control.now()) < opens) await goOn(ground, opens);

  const wait = Math.max(60, schools.length / 4);
  const clusters = [...new Set(schools.map(({ cluster }) => cluster))];
  const leaders = clusters.map((cluster) => {
    const leader = people.find(({ roles }) =>
      roles.some(({ role, where }) => role === 'cluster-leader' && cluster !== '' && where === cluster),
    );
    return { cluster, person: leader?.id ?? ceo.userId };
  });
  const keys = leaders.map(({ cluster, person }) => ({
    person,
    delivery: `category-proposal/${halfTerm}/${cluster}/`,
  }));
  await arrived(control, keys, wait, counted('Cluster leaders are asked'));
  await eachOf(
    leaders,
    4,
    async ({ cluster, person }) => {
      const proposals = await propose(ground, halfTerm, cluster, person);
      seen.proposals += proposals;
    },
    counted('Cluster leaders propose'),
  );
  const proposed = await view();
  if (proposed.round.proposed !== proposed.round.total) {
    throw new Error(`Only ${proposed.round.proposed} of ${proposed.round.total} categories were proposed.`);
  }

  const validation = `category-validation/${halfTerm}/`;
  await arrived(control, [{ person: ceo.userId, delivery: validation }], wait, counted('The CEO is asked'));
  const waiting = proposed.schools.filter(({ judgement }) => judgement?.validated === undefined);
  await eachOf(
    waiting,
    4,
    async ({ urn, judgement, choices }) => {
      const given = judgement?.proposed?.category ?? '';
      // One in twenty the CEO sees otherwise, and says why.
      const other = Number(urn) % 20 === 0 ? choices.find((choice) => choice !== given) : undefined;
      await ceo.call('POST', `/categories/${halfTerm}/${urn}/validation`, {
        category: other ?? given,
        ...(other === undefined ? {} : { why: 'The visit showed more than the figures do.' }),
        ...(judgement?.version === undefined ? {} : { version: judgement.version }),
      });
      seen.validations += 1;
      if (other !== undefined) seen.changed += 1;
    },
    counted('The CEO validates'),
  );

  tell('The summary is posted');
  seen.posts += await until('the summary stands in the channel', wait, async () => {
    const posts = await postsOf(ground, halfTerm);
    return posts > 0 ? posts : undefined;
  });
  return [
    ...leaders.map(({ cluster, person }) => `category-proposal/${halfTerm}/${cluster}/${person}`),
    `${validation}${ceo.userId}`,
  ];
}

/** How many posts in the channels of the trust's team sum up the categories of this half term. */
export async function postsOf({ local, teamId }: Ground, halfTerm: HalfTermId): Promise<number> {
  const teams = await local.control.teams();
  let posts = 0;
  for (const { id } of teams.find((team) => team.id === teamId)?.channels ?? []) {
    const messages = await local.control.messages(id);
    posts += messages.filter((message) => {
      const card = cardOf(message);
      return card !== undefined && /categories/i.test(wordsOf(card)) && wordsOf(card).includes(halfTermLabel(halfTerm));
    }).length;
  }
  return posts;
}

/** A cluster leader goes through the card school by school, taking what is suggested or what inspectors said. */
async function propose(ground: Ground, halfTerm: HalfTermId, cluster: string, person: string): Promise<number> {
  const user = new ChatUser(ground.local.control, person);
  const message = await messageOf(ground.local.control, person, `category-proposal/${halfTerm}/${cluster}/`);
  let card = message && cardOf(message);
  if (message === undefined || card === undefined) throw new Error(`The proposal card for ${cluster} is gone.`);
  let proposals = 0;
  for (let presses = 0; presses < 2 * ground.schools.length + 10; presses++) {
    const forward = buttonsOf(card).find(({ primary }) => primary);
    const proposes = forward?.verb === 'category.propose';
    if (forward === undefined || (proposals > 0 && !proposes)) return proposals;
    const inputs = inputsOf(card);
    const typed: Record<string, string> = Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
    if (proposes) {
      for (const { id, choices } of inputs) typed[id] ||= choices[0] ?? 'As the visit and the return show.';
      proposals += 1;
    }
    card = await user.send(message, forward.action, typed);
  }
  throw new Error(`The proposals of ${cluster} never end:\n${wordsOf(card).slice(0, 500)}`);
}
