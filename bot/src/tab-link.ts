/** Links that lead into the tab. They carry a place and nothing else: who opens one is signed in by Teams first. */
import type { Config } from './config.ts';

/** The personal tab of `appPackage/manifest.json`. */
const TAB = 'owls';

/** The tab's address within Teams, where the Teams app's id is known. */
export function tabInTeams({ teamsAppId }: Pick<Config, 'teamsAppId'>): string | undefined {
  return teamsAppId === undefined ? undefined : `https://teams.microsoft.com/l/entity/${teamsAppId}/${TAB}`;
}

/**
 * The address of a place in the tab, such as `meeting/advisory/2026-27/3`. Where the Teams app's id is known it opens in
 * Teams at once; else it opens the page, which says how to get there.
 */
export function tabLink(config: Pick<Config, 'teamsAppId' | 'endpoint'>, place: string): string {
  const page = `${config.endpoint}/tab/#/${place}`;
  const teams = tabInTeams(config);
  if (teams === undefined) return page;
  const context = JSON.stringify({ subEntityId: place });
  return `${teams}?webUrl=${encodeURIComponent(page)}&context=${encodeURIComponent(context)}`;
}

/** A meeting's place in the tab, by its key. */
export function meetingPlace(key: string): string {
  return `meeting/${key.split('/').map(encodeURIComponent).join('/')}`;
}
