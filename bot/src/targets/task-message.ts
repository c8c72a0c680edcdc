import type { TargetDoing, Task } from '@owls/policy';
import type { CardMessage } from '../chat/messenger.ts';
import type { World } from '../world.ts';
import { boardCard, boardCardFor } from './card-board.ts';
import { schoolCard, schoolCardFor } from './card-school.ts';

const DOINGS: Readonly<Record<string, TargetDoing>> = {
  'target-proposal': 'propose',
  'target-agreement': 'agree',
  'target-raising': 'agree',
  'target-signoff': 'sign-off',
};
const OF_BOARD = ['target-approval', 'target-question', 'target-board'];

/** The card of a task that targets ask: a school's step, or the board's part. Undefined for every other task. */
export function targetTaskMessage({ key, urn, person: id }: Task, world: World): CardMessage | undefined {
  const [kind = '', year = ''] = key.split('/');
  const person = world.facts().people.find((one) => one.id === id);
  if (person === undefined) return undefined;
  const doing = DOINGS[kind];
  if (doing !== undefined && urn !== undefined) {
    const given = schoolCardFor(world, person, { urn, year, doing, delivery: key });
    return given && schoolCard(given);
  }
  const given = OF_BOARD.includes(kind) ? boardCardFor(world, person, { year, delivery: key }) : undefined;
  return given && boardCard(given);
}
