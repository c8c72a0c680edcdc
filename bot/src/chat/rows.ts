/** The list of conversations: how each person and the trust's team are reached by the bot. */

import type { ConversationRow } from '../service-stores.ts';
import { choice, type Fields, lines, list, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const STATES = ['installed', 'removed'] as const;

export const CONVERSATIONS = list('Conversations', 'Where the bot reaches people and teams.', [
  lines('ConversationId', 'Conversation'),
  text('ServiceUrl', 'Service address'),
  choice('State', 'State', STATES),
]);

export function readConversation(row: Row): ConversationRow {
  return {
    key: row.key(/./, 'a person or team/<id>'),
    conversationId: row.neededText('ConversationId'),
    serviceUrl: row.neededText('ServiceUrl', /^https:\/\/./, 'an https address'),
    state: row.oneOf('State', STATES),
  };
}

export const conversationFields = (row: ConversationRow): Fields => ({
  Key: row.key,
  Title: row.key.startsWith('team/') ? 'Team' : 'Person',
  ConversationId: row.conversationId,
  ServiceUrl: row.serviceUrl,
  State: row.state,
});
