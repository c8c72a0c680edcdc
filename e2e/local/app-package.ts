import { readFileSync } from 'node:fs';

/** The app's manifest with its `${{PLACEHOLDERS}}` filled from the environment, as the toolkit's packaging fills them. */
export function filledManifest(file: string, environment: Readonly<Record<string, string>>): unknown {
  const missing: string[] = [];
  const text = readFileSync(file, 'utf8').replace(/\$\{\{([A-Z0-9_]+)\}\}/g, (_, name: string) => {
    const value = environment[name];
    if (value === undefined) missing.push(name);
    return value ?? '';
  });
  if (missing.length > 0) throw new Error(`The manifest asks for ${missing.join(', ')}, which the environment lacks.`);
  return JSON.parse(text);
}
