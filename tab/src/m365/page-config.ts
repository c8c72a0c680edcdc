/** What the service wrote into the page as `<script id="owls-config" type="application/json">`. */
export interface PageConfig {
  readonly parentOrigins: readonly string[];
  /** The tab's address within Teams, where the service knows it. */
  readonly teamsTab?: string;
}

const TEAMS = 'https://teams.microsoft.com/l/entity/';

/** Reads the page's configuration; a page without any (or with an unreadable one) trusts only Microsoft's hosts. */
export function readPageConfig(text: string | null | undefined): PageConfig {
  const { parentOrigins, teamsTab } = read(text);
  return {
    parentOrigins: Array.isArray(parentOrigins)
      ? parentOrigins.filter((each): each is string => typeof each === 'string')
      : [],
    ...(typeof teamsTab === 'string' && teamsTab.startsWith(TEAMS) ? { teamsTab } : {}),
  };
}

/** The address in Teams of the place that a page's own address (`#/meeting/…`) names. */
export function placeInTeams(teamsTab: string, hash: string): string {
  const place = hash.replace(/^[#/]+/, '');
  if (place === '') return teamsTab;
  return `${teamsTab}?context=${encodeURIComponent(JSON.stringify({ subEntityId: place }))}`;
}

function read(text: string | null | undefined): Readonly<Record<string, unknown>> {
  if (!text) return {};
  try {
    const given: unknown = JSON.parse(text);
    return typeof given === 'object' && given !== null ? { ...given } : {};
  } catch {
    return {};
  }
}
