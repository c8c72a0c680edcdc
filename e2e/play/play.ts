import { collectionWindow, type HalfTermId, halfTermById, OWLS } from '@owls/policy';
import { putYear } from '../local/calendars.ts';
import type { Launch, Local } from '../local/launch.ts';
import type { Trust } from '../trusts/trust.ts';
import { playCategories } from './category-round.ts';
import type { GovernmentFiles } from './government-files.ts';
import { ownTrust, prepare } from './ground.ts';
import { type Happenings, nothingYet } from './happenings.ts';
import { trustWithoutSchools } from './real-trust.ts';
import { playCollection } from './soap-round.ts';
import { faultsIn } from './verdict.ts';

export interface Play {
  readonly root: string;
  readonly stateDir: string;
  readonly files: GovernmentFiles;
  readonly halfTerm: HalfTermId;
  /** Academic years whose plan is put into calendars besides the half term's. */
  readonly years?: readonly string[];
  /** A product that runs already, with the trust in it; without it the play starts one of its own. */
  readonly onRunning?: { readonly local: Local; readonly trust: Trust };
  /** Files for what is on the wire and each card shown, where the play starts a trust of its own. */
  readonly record?: NonNullable<Launch['record']>;
  readonly tell: (step: string) => void;
}

/** Plays a half term as its people would live it. Answers with what happened and with what is missing or doubled. */
export async function play(given: Play): Promise<{ readonly seen: Happenings; readonly faults: readonly string[] }> {
  const { tell, halfTerm } = given;
  if (halfTermById(OWLS, halfTerm) === undefined) throw new Error(`The policy has no dates for ${halfTerm}.`);
  const { due } = collectionWindow(OWLS, halfTerm);
  // The year is planned in the summer break before it.
  const before = `${halfTerm.slice(0, 4)}-08-20T08:00:00Z`;
  const own = given.onRunning === undefined;
  const trust = given.onRunning?.trust ?? trustWithoutSchools(before);
  const local = given.onRunning?.local ?? (await ownTrust(given, trust));
  try {
    if ((await local.control.now()) > due.toString()) {
      throw new Error(
        `The running trust is past the day on which returns of ${halfTerm} are due. Choose a later --half-term, begin it anew with "npm start -- --fresh", or play --alone.`,
      );
    }
    const began = Date.now();
    const traffic = await local.control.traffic();
    const ground = await prepare(local, trust, given.files, tell, own);
    const seen = nothingYet();
    seen.schools = ground.schools.length;
    for (const year of yearsOf(given)) await putYear(ground.ceo, year, tell);
    const expected = [
      ...(await playCollection(ground, given.files, halfTerm, seen, tell)),
      ...(await playCategories(ground, halfTerm, seen, tell)),
    ];
    const after = await local.control.traffic();
    seen.graphRequests = after.graph.requests - traffic.graph.requests;
    seen.connectorRequests = after.connector.requests - traffic.connector.requests;
    const faults = await faultsIn(ground, halfTerm, yearsOf(given), expected, seen, tell);
    seen.seconds = Math.round((Date.now() - began) / 1000);
    return { seen, faults };
  } finally {
    if (own) await local.stop();
  }
}

/** The half term's year and those asked for, each once. */
const yearsOf = ({ halfTerm, years = [] }: Play): readonly string[] => [
  ...new Set([halfTerm.split('/')[0] ?? '', ...years]),
];
