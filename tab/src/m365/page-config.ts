/** What the service wrote into the page as `<script id="owls-config" type="application/json">`. */
export interface PageConfig {
  readonly parentOrigins: readonly string[];
}

/** Reads the page's configuration; a page without any (or with an unreadable one) trusts only Microsoft's hosts. */
export function readPageConfig(text: string | null | undefined): PageConfig {
  if (!text) return { parentOrigins: [] };
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== 'object' || given === null || !('parentOrigins' in given)) return { parentOrigins: [] };
    const origins = given.parentOrigins;
    if (!Array.isArray(origins)) return { parentOrigins: [] };
    return { parentOrigins: origins.filter((each): each is string => typeof each === 'string') };
  } catch {
    return { parentOrigins: [] };
  }
}
