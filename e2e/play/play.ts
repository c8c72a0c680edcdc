import { collectionWindow, type HalfTermId, halfTermLabel, halfTerms, OWLS } from '@owls/policy';
import { putYear } from '../local/calendars.ts';
import type { Storm } from '../local/control.ts';
import type { Launch, Local } from '../local/launch.ts';
import type { Trust } from '../trusts/trust.ts';
import { playCategories } from './category-round.ts';
import { type EndedState, endedState } from './ended-state.ts';
import { atRest } from './go-on.ts';
import type { GovernmentFiles } from './government-files.ts';
import { ownTrust, prepare } from './ground.ts';
import { type Happenings, nothingYet } from './happenings.ts';
import { Office } from './office.ts';
import { trustWithoutSchools } from './real-trust.ts';
import { playCollection } from './soap-round.ts';
import { faultsIn } from './verdict.ts';
import { faultsAtYearsEnd } from './years-end.ts';

export interface Play {
  readonly root: string;
  readonly stateDir: string;
  readonly files: GovernmentFiles;
  /** The half term that is played first. */
  readonly halfTerm: HalfTermId;
  /** How many half terms are played, one after the other; 1 when left out. */
  readonly rounds?: number;
  /** Academic years whose plan is put into calendars besides the half terms' own; with `none` not even those are. */
  readonly years?: readonly string[] | 'none';
  /** A product that runs already, with the trust in it; without it the play starts one of its own. */
  readonly onRunning?: { readonly local: Local; readonly trust: Trust };
  /** Files for what is on the wire and each card shown, where the play starts a trust of its own. */
  readonly record?: NonNullable<Launch['record']>;
  /** Microsoft 365 licences of the trust's tenant, where the play starts one of its own: limits go by them. */
  readonly licences?: number;
  /** Random faults while it is played; what they make of it is seen to by the CEO's office, as in a trust. */
  readonly storm?: { readonly seed: number; readonly rate: number };
  readonly tell: (step: string) => void;
}
interface Played {
  readonly seen: Happenings;
  readonly faults: readonly string[];
  readonly ended: EndedState;
  /** What hit it, and how many messages the office had sent again. */
  readonly storm?: Storm & { readonly sentAgain: number };
}

/** Plays half terms as their people would live them. Answers with what happened and with what is missing or doubled. */
export async function play(given: Play): Promise<Played> {
  const { tell, halfTerm } = given;
  const rounds = roundsOf(given);
  const { due } = collectionWindow(OWLS, halfTerm);
  // The year is planned in the summer break before it.
  const before = `${halfTerm.slice(0, 4)}-08-20T08:00:00Z`;
  const own = given.onRunning === undefined;
  const trust = given.onRunning?.trust ?? trustWithoutSchools(before);
  const local = given.onRunning?.local ?? (await ownTrust(given, trust));
  let office: Office | undefined;
  try {
    if ((await local.control.now()) > due.toString()) {
      throw new Error(
        `The running trust is past the day on which returns of ${halfTerm} are due. Choose a later --half-term, begin it anew with "npm start -- --fresh", or play --alone.`,
      );
    }
    const began = Date.now();
    const traffic = await local.control.traffic();
    if (given.storm !== undefined) await local.control.storm(given.storm);
    const ground = await prepare(local, trust, given.files, tell, own);
    office = given.storm === undefined ? undefined : new Office(ground);
    if (given.storm !== undefined) await local.control.forgetTokens();
    const seen = nothingYet();
    seen.schools = ground.schools.length;
    for (const year of yearsOf(given, rounds)) await putYear(ground.ceo, year, tell);
    const expected: string[] = [];
    const untrue: string[] = [];
    for (const round of rounds) {
      const tellOf = rounds.length === 1 ? tell : (step: string) => tell(`${halfTermLabel(round)}: ${step}`);
      expected.push(...(await playCollection(ground, given.files, round, seen, tellOf)));
      expected.push(...(await playCategories(ground, round, seen, tellOf)));
      untrue.push(...(await faultsAtYearsEnd(ground, round)));
      seen.rounds += 1;
    }
    await atRest(ground);
    await office?.close();
    const storm = given.storm === undefined ? undefined : await local.control.calm();
    const after = await local.control.traffic();
    seen.graphRequests = after.graph.requests - traffic.graph.requests;
    seen.connectorRequests = after.connector.requests - traffic.connector.requests;
    const { refused } = await local.control.limits();
    seen.throttled = Object.values(refused).reduce((sum, count) => sum + count, 0);
    const faults = [...(await faultsIn(ground, rounds, yearsOf(given, rounds), expected, seen, tell)), ...untrue];
    seen.seconds = Math.round((Date.now() - began) / 1000);
    const ended = await endedState(ground, halfTerm.split('/')[0] ?? '');
    return {
      ...{ seen, faults, ended },
      ...(storm === undefined ? {} : { storm: { ...storm, sentAgain: office?.sentAgain ?? 0 } }),
    };
  } finally {
    office?.leave();
    if (own) await local.stop();
  }
}

/** The half terms that are played. Throws for one that the policy has no dates for. */
function roundsOf({ halfTerm, rounds = 1 }: Play): readonly HalfTermId[] {
  const all = halfTerms(OWLS).map(({ id }) => id);
  const first = all.indexOf(halfTerm);
  if (first < 0) throw new Error(`The policy has no dates for ${halfTerm}.`);
  const played = all.slice(first, first + rounds);
  if (played.length < rounds)
    throw new Error(`From ${halfTerm} on the policy has dates for ${played.length} half terms.`);
  return played;
}

/** The years put into calendars: of what is played and those asked for, each once. */
const yearsOf = ({ years = [] }: Play, rounds: readonly HalfTermId[]): readonly string[] =>
  years === 'none' ? [] : [...new Set([...rounds.map((round) => round.split('/')[0] ?? ''), ...years])];
