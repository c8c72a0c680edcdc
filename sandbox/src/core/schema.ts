/**
 * The sandbox's tables. `field_values` holds the values of indexed columns once more, so that a key is looked up and a
 * unique column checked without reading the list; text compares there as SharePoint compares it, whatever the case.
 * `deliveries` is the ledger of what truly arrived in a chat, whatever the caller was answered.
 */
export const schema = `
CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, display_name TEXT NOT NULL, upn TEXT NOT NULL COLLATE NOCASE UNIQUE,
  mail TEXT COLLATE NOCASE, job_title TEXT);
CREATE INDEX IF NOT EXISTS users_mail ON users (mail);
CREATE TABLE IF NOT EXISTS groups (id TEXT PRIMARY KEY, display_name TEXT NOT NULL, is_team INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS group_members (group_id TEXT NOT NULL, user_id TEXT NOT NULL, PRIMARY KEY (group_id, user_id));
CREATE TABLE IF NOT EXISTS channels (id TEXT PRIMARY KEY, team_id TEXT NOT NULL, display_name TEXT NOT NULL, position INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS apps (id TEXT PRIMARY KEY, display_name TEXT NOT NULL, salt TEXT NOT NULL, secret TEXT NOT NULL, roles TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS sites (id TEXT PRIMARY KEY, path TEXT NOT NULL COLLATE NOCASE UNIQUE, display_name TEXT NOT NULL,
  group_id TEXT, created TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS lists (id TEXT PRIMARY KEY, site_id TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE,
  display_name TEXT NOT NULL COLLATE NOCASE, description TEXT NOT NULL, version INTEGER NOT NULL, next_item INTEGER NOT NULL,
  change INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, UNIQUE (site_id, display_name));
CREATE TABLE IF NOT EXISTS columns (id TEXT NOT NULL, list_id TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, definition TEXT NOT NULL,
  position INTEGER NOT NULL, PRIMARY KEY (list_id, id), UNIQUE (list_id, name));
CREATE TABLE IF NOT EXISTS items (list_id TEXT NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL,
  fields TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, created_by TEXT NOT NULL, modified_by TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0, change INTEGER NOT NULL, PRIMARY KEY (list_id, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS items_by_change ON items (list_id, change);
CREATE TABLE IF NOT EXISTS field_values (list_id TEXT NOT NULL, name TEXT NOT NULL, value COLLATE NOCASE NOT NULL, item_id INTEGER NOT NULL,
  PRIMARY KEY (list_id, name, value, item_id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS field_values_by_item ON field_values (list_id, item_id);

CREATE TABLE IF NOT EXISTS drive_items (id TEXT PRIMARY KEY, site_id TEXT NOT NULL, parent_id TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE,
  is_folder INTEGER NOT NULL, mime TEXT NOT NULL, content BLOB, size INTEGER NOT NULL, version INTEGER NOT NULL,
  created TEXT NOT NULL, modified TEXT NOT NULL, UNIQUE (site_id, parent_id, name));

CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, mailbox TEXT NOT NULL, ical_uid TEXT NOT NULL, is_organiser INTEGER NOT NULL,
  transaction_id TEXT, starts TEXT NOT NULL, ends TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS events_by_start ON events (mailbox, starts);
CREATE INDEX IF NOT EXISTS events_by_uid ON events (ical_uid);
CREATE UNIQUE INDEX IF NOT EXISTS events_once ON events (mailbox, transaction_id) WHERE transaction_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS event_series ON events (mailbox) WHERE json_extract(body, '$.recurrence') IS NOT NULL;
CREATE TABLE IF NOT EXISTS event_changes (n INTEGER PRIMARY KEY AUTOINCREMENT, mailbox TEXT NOT NULL, event_id TEXT NOT NULL,
  UNIQUE (mailbox, event_id));

CREATE TABLE IF NOT EXISTS bots (id TEXT PRIMARY KEY, manifest TEXT NOT NULL, endpoint TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS conversations (id TEXT PRIMARY KEY, kind TEXT NOT NULL, bot_id TEXT NOT NULL, user_id TEXT, team_id TEXT,
  channel_id TEXT);
CREATE INDEX IF NOT EXISTS conversations_by_user ON conversations (user_id);
CREATE TABLE IF NOT EXISTS installations (bot_id TEXT NOT NULL, target TEXT NOT NULL, blocked INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (bot_id, target));
CREATE TABLE IF NOT EXISTS messages (id TEXT NOT NULL, conversation_id TEXT NOT NULL, thread_id TEXT NOT NULL, activity TEXT NOT NULL,
  updated_at TEXT, PRIMARY KEY (conversation_id, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS views (conversation_id TEXT NOT NULL, message_id TEXT NOT NULL, user_id TEXT NOT NULL, card TEXT NOT NULL,
  PRIMARY KEY (conversation_id, message_id, user_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS deliveries (n INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, kind TEXT NOT NULL, bot_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL, activity_id TEXT NOT NULL, request_id TEXT NOT NULL);
`;
