import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Control } from './control.ts';
import type { Installation } from './identities.ts';

/** The page of an `npm start` that runs on this state, if one does. */
export async function runningOn(stateDir: string): Promise<string | undefined> {
  const file = join(stateDir, 'installation.json');
  if (!existsSync(file)) return undefined;
  const { ports } = JSON.parse(readFileSync(file, 'utf8')) as Installation;
  const page = `http://localhost:${ports.page}`;
  try {
    await new Control(page).status();
    return page;
  } catch {
    return undefined; // Nobody answers: it was started once and is not running now.
  }
}
