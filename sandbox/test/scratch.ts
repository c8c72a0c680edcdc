/** Directories for tests to write into: in the temp directory, and gone when the test file ends, failed or not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
});

/** A directory of its own whose name begins so. */
export function scratch(name: string): string {
  const directory = mkdtempSync(join(tmpdir(), `owls-${name}-`));
  made.push(directory);
  return directory;
}
