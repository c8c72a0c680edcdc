import {
  collectionWindow,
  type DashboardView,
  type HalfTermId,
  halfTerms,
  instantAt,
  isSchoolDay,
  sameYear,
} from '@owls/policy';
import { chance } from '../trusts/chance.ts';
import type { Standing } from '../trusts/figures.ts';
import { arrived, messageOf } from './arrivals.ts';
import { ChatUser, cardOf } from './chat-user.ts';
import { eachOf } from './crowd.ts';
import { atRest, goOn } from './go-on.ts';
import type { GovernmentFiles } from './government-files.ts';
import type { Ground } from './ground.ts';
import type { Happenings } from './happenings.ts';
import { returnSoap } from './head.ts';
import { idOfHead } from './real-trust.ts';

/** A head and the school they answer for in this play. */
interface Player {
  readonly urn: string;
  readonly person: string;
  readonly standing: Standing;
  /** How often they have to be reminded before they answer: 0 never, 1 past the due date, 2 past every escalation. */
  readonly patience: 0 | 1 | 2;
  readonly wrongFirst: boolean;
}

/** A published figure that is suppressed tells nothing: such a school is played as an average one. */
const AVERAGE = 74;
/** Percentage points a cohort gains in a half term, on its way to what is published at the year's end. */
const GAIN = 1.2;
const AT_ONCE = 8;

function playersOf({ schools, people, policy }: Ground, files: GovernmentFiles, halfTerm: HalfTermId): Player[] {
  const ofYear = halfTerms(policy).filter(({ id }) => sameYear(id, halfTerm));
  const toCome = ofYear.length - 1 - ofYear.findIndex(({ id }) => id === halfTerm);
  return schools.flatMap(({ urn, name }) => {
    const made = people.find(({ id }) => id === idOfHead(urn));
    const head = made ?? people.find(({ roles }) => roles.some(({ role, where }) => role === 'head' && where === name));
    if (head === undefined) return [];
    const late = chance(urn, halfTerm, 'patience');
    return [
      {
        urn,
        person: head.id,
        standing: { urn, level: (files.level.get(urn) ?? AVERAGE) - GAIN * toCome, trend: 0 },
        patience: late < 0.05 ? 2 : late < 0.17 ? 1 : 0,
        wrongFirst: chance(urn, halfTerm, 'wrong') < 0.16,
      },
    ];
  });
}

/** The collection of a half term as its people live it: asked, answered, reminded, escalated, all in by the end. */
export async function playCollection(
  ground: Ground,
  files: GovernmentFiles,
  halfTerm: HalfTermId,
  seen: Happenings,
  tell: (step: string) => void,
): Promise<readonly string[]> {
  const { local, policy } = ground;
  const { control } = local;
  const players = playersOf(ground, files, halfTerm);
  const without = ground.schools.filter(({ urn }) => !players.some((player) => player.urn === urn));
  const counted = (words: string) => (done: number, total: number) =>
    tell(`${words} (${Math.round((done / Math.max(1, total)) * 100)} %)`);
  const expected: string[] = [];
  const window = collectionWindow(policy, halfTerm);
  const wait = Math.max(60, players.length / 4);

  tell('The collection opens');
  if ((await control.now()) < window.opens.toString()) await goOn(ground, window.opens.toString());
  const prompts = players.map(({ urn, person }) => ({ person, delivery: `soap-prompt/${halfTerm}/${urn}/` }));
  const messages = await arrived(control, prompts, wait, counted('Heads are prompted'));
  expected.push(...players.map(({ urn, person }) => `soap-prompt/${halfTerm}/${urn}/${person}`));
  seen.prompts += messages.size;
  // In a trust that runs already some may have returned; asked once the service has prompted, and so is in this half term.
  const { collection } = await ground.ceo.call<DashboardView>('GET', '/dashboard');
  const returned = new Set(collection.schools.filter(({ state }) => state === 'returned').map(({ urn }) => urn));
  seen.returns += returned.size;

  const answer = (words: string, who: readonly Player[]) =>
    eachOf(
      who,
      AT_ONCE,
      async ({ urn, person, standing, wrongFirst }) => {
        const message = await messageOf(control, person, `soap-prompt/${halfTerm}/${urn}/`);
        const card = message && cardOf(message);
        if (message === undefined || card === undefined) throw new Error(`The prompt for ${urn} is gone.`);
        const user = new ChatUser(control, person);
        const corrections = await returnSoap(user, message, card, standing, { wrongFirst });
        seen.corrections += corrections;
        seen.returns += 1;
      },
      counted(words),
    );
  const owing = players.filter(({ urn }) => !returned.has(urn));
  await answer(
    'Heads answer',
    owing.filter(({ patience }) => patience === 0),
  );

  const steps = [
    ...policy.soap.reminders.map((offset) => ({ ...offset, to: 'head' as const })),
    ...policy.soap.escalations,
  ].sort((one, other) => one.days - other.days);
  let late = owing.filter(({ patience }) => patience > 0);
  for (const step of steps) {
    if (late.length === 0) break;
    await goOn(ground, schoolMoment(ground, halfTerm, step.days, step.at));
    const mark = step.days < 0 ? `${step.days}` : `+${step.days}`;
    if (step.to === 'head') {
      const due = late.map(({ urn, person }) => ({ person, delivery: `soap-reminder/${halfTerm}/${mark}/${urn}/` }));
      await arrived(control, due, wait, counted('Late heads are reminded'));
      expected.push(...late.map(({ urn, person }) => `soap-reminder/${halfTerm}/${mark}/${urn}/${person}`));
      seen.reminders += due.length;
      if (step.days > 0) {
        await answer(
          'Late heads answer',
          late.filter(({ patience }) => patience === 1),
        );
        late = late.filter(({ patience }) => patience === 2);
      }
      continue;
    }
    tell('Overdue returns are escalated');
    const key = `soap-escalation/${halfTerm}/${mark}/`;
    const told = await toldOfOverdue(ground, key);
    expected.push(...told.map((person) => `${key}${person}`));
    seen.escalations += told.length;
  }
  await answer('The last heads answer', late);
  if (without.length > 0) throw new Error(`Nobody answers for ${without.map(({ name }) => name).join(', ')}.`);
  return expected;
}

/** The moment of an offset from the due date, moved on to a school day as the service moves it. */
function schoolMoment({ policy }: Ground, halfTerm: HalfTermId, days: number, at: string): string {
  const { due } = collectionWindow(policy, halfTerm);
  let day = due.toZonedDateTimeISO(policy.trust.timeZone).toPlainDate().add({ days });
  while (!isSchoolDay(policy, day.toString())) day = day.add({ days: 1 });
  return instantAt(policy, day.toString(), at).toString();
}

/** Those who heard of overdue returns at this step, once all that is owed is sent: at least one person does. */
async function toldOfOverdue(ground: Ground, key: string): Promise<string[]> {
  await atRest(ground);
  const told: string[] = [];
  for (const { id, roles } of ground.people) {
    if (!roles.some(({ role }) => role === 'head-leader' || role === 'ceo')) continue;
    if ((await messageOf(ground.local.control, id, `${key}${id}`)) !== undefined) told.push(id);
  }
  if (told.length === 0) throw new Error(`Nobody was told of the overdue returns (${key}).`);
  return told;
}
