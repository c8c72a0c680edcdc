/**
 * The set-up program: `node bot/dist/provision.mjs`. Says what it did. Ends with 0 when the site is as the service
 * needs it, 1 when Microsoft 365 refused, 2 when it must not go on (a wrong setting, a site that belongs to a group).
 */
import { readFile } from 'node:fs/promises';
import { loadPolicy, OWLS, PolicyError, type TrustPolicy } from '@owls/policy';
import { connectGraph } from './m365/graph.ts';
import { tokenSource } from './m365/identity.ts';
import { GroupSite } from './provision/group-site.ts';
import { provision } from './provision/provision.ts';
import { readSettingUp, SettingUpError } from './provision/setting-up.ts';

async function policyIn(file: string | undefined): Promise<TrustPolicy> {
  if (file === undefined) return OWLS;
  return loadPolicy(JSON.parse(await readFile(file, 'utf8')));
}

async function main(): Promise<void> {
  const settings = readSettingUp(process.env);
  const policy = await policyIn(settings.policyFile);
  const graph = connectGraph({
    tokens: tokenSource({
      tenantId: settings.tenantId,
      clientId: settings.setupId,
      proof: { secret: settings.setupPassword },
      ...(settings.endpoints === undefined ? {} : { authority: settings.endpoints.entra }),
    }),
    ...(settings.endpoints === undefined ? {} : { base: settings.endpoints.graph }),
    onRetry: (why) => console.error(`Microsoft 365 is busy (${why}); asking again.`),
  });
  const { done, lists } = await provision(graph, settings, policy, (what) => console.log(what));
  console.log(
    done.length === 0 ? `Nothing to do: all ${lists} lists are as they should be.` : `Done: ${lists} lists are ready.`,
  );
}

try {
  await main();
} catch (error) {
  const refused = error instanceof SettingUpError || error instanceof GroupSite || error instanceof PolicyError;
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = refused ? 2 : 1;
}
