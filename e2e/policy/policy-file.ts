import { readFileSync } from 'node:fs';
import { loadPolicy, OWLS, overlay, type TrustPolicy } from '@owls/policy';

/**
 * A policy as a file gives it (JSON): a whole policy, or `{"change": {…}}`, a change laid over another. The word `owls`
 * stands for OWLS's own. Throws PolicyError where it can't be used, Error where the file can't be read.
 */
export function policyFrom(file: string, base: TrustPolicy = OWLS): TrustPolicy {
  if (file === 'owls') return OWLS;
  const data = read(file);
  const isChange = typeof data === 'object' && data !== null && 'change' in data;
  return loadPolicy(isChange ? overlay(base, data.change) : data);
}

function read(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`There is no file ${file} to read.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
