import { z } from 'zod';
import type { Graph } from '../m365/graph.ts';

/** Thrown for a site that belongs to a team or group: its members could read every school's figures in SharePoint. */
export class GroupSite extends Error {
  constructor(path: string, group: string) {
    super(
      `The site ${path} belongs to the Microsoft 365 group${group === '' ? '' : ` "${group}"`}, so each of its members could read every ` +
        `school's figures in SharePoint. Make a site without a group (a communication site, or a team site without Microsoft 365 group), ` +
        'give it only to the central team, and name it as SITE_PATH.',
    );
    this.name = 'GroupSite';
  }
}

const Drive = z.object({
  owner: z.object({ group: z.object({ displayName: z.string().nullish() }).nullish() }).nullish(),
});

/** Throws GroupSite if the site is connected to a group: then its drive belongs to that group. */
export async function refuseGroupSite(graph: Graph, site: string, at: { readonly sitePath: string }): Promise<void> {
  const drive = Drive.parse(await graph.get(`${site}/drive`));
  const group = drive.owner?.group;
  if (group) throw new GroupSite(at.sitePath, group.displayName ?? '');
}
