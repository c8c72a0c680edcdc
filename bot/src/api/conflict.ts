import { Conflict } from '../writes.ts';

/** Does the work; where another was first, the Conflict carries what `view` then shows the person of it. */
export async function orWhatStands<T>(view: () => unknown, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Conflict ? new Conflict(view(), error.message) : error;
  }
}
