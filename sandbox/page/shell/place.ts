/** Where in the page one is. Kept in the address's `#…`, so that every place can be linked to and reloaded. */
export type Place =
  | { readonly at: 'chat'; readonly conversationId?: string }
  | { readonly at: 'activity' }
  | { readonly at: 'teams'; readonly teamId?: string; readonly channelId?: string }
  | { readonly at: 'calendar'; readonly date?: string; readonly look?: 'week' | 'list' }
  | { readonly at: 'meeting'; readonly chatId: string; readonly title?: string }
  | { readonly at: 'app'; readonly appId: string; readonly tab?: string; readonly subPage?: string };

/** Reads a place from an address's hash; anything unknown is the chat. */
export function parsePlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [at, first, second] = path.split('/').map(decoded);
  const asked = new URLSearchParams(query);
  if (at === 'activity') return { at };
  if (at === 'teams') {
    return { at, ...(first && { teamId: first }), ...(second && { channelId: second }) };
  }
  if (at === 'calendar') {
    const look = asked.get('look');
    return { at, ...(first && { date: first }), ...((look === 'week' || look === 'list') && { look }) };
  }
  if (at === 'meeting' && first) {
    const title = asked.get('title');
    return { at, chatId: first, ...(title && { title }) };
  }
  if (at === 'app' && first) {
    const subPage = asked.get('subPage');
    return { at, appId: first, ...(second && { tab: second }), ...(subPage && { subPage }) };
  }
  return { at: 'chat', ...(at === 'chat' && first && { conversationId: first }) };
}

/** The hash that leads to a place; `parsePlace` reads it back. */
export function placeHash(place: Place): string {
  switch (place.at) {
    case 'chat':
      return path('chat', place.conversationId);
    case 'activity':
      return path('activity');
    case 'teams':
      return path('teams', place.teamId, place.teamId && place.channelId);
    case 'calendar':
      return path('calendar', place.date) + (place.look ? `?look=${place.look}` : '');
    case 'meeting':
      return path('meeting', place.chatId) + (place.title ? `?title=${encodeURIComponent(place.title)}` : '');
    case 'app':
      return (
        path('app', place.appId, place.tab) + (place.subPage ? `?subPage=${encodeURIComponent(place.subPage)}` : '')
      );
  }
}

function path(...parts: (string | undefined)[]): string {
  return `#/${parts
    .filter((part) => part)
    .map((part) => encodeURIComponent(part ?? ''))
    .join('/')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
