import type { SiteRole } from './grants.ts';

/** What an operation needs, as the "Permissions" part of its page in Microsoft's reference lists it. */
export type Needed =
  | { readonly of: 'directory'; readonly oneOf: readonly string[] }
  | { readonly of: 'team'; readonly oneOf: readonly string[] }
  | { readonly of: 'mailbox'; readonly access: 'Read' | 'ReadWrite' }
  | { readonly of: 'site'; readonly role: SiteRole; readonly files: boolean }
  | { readonly of: 'sites' }
  | { readonly of: 'people' }
  | { readonly of: 'nothing' };

const directory = ['Directory.Read.All', 'Directory.ReadWrite.All'];
const groups = ['Group.Read.All', 'Group.ReadWrite.All'];
const reading = (method: string) => method === 'GET';

/** In order: the first whose pattern fits an operation's template says what it needs. */
const table: readonly [RegExp, (method: string, template: string) => Needed][] = [
  [/^\/me(\/|$)/, () => ({ of: 'nothing' })],
  [/^\/users\/\{user\}\/findMeetingTimes$/, () => ({ of: 'people' })],
  [
    /^\/users\/\{user\}\/(events|calendar|calendars|calendarView)(\/|$)/,
    (method, template) => ({
      of: 'mailbox',
      access: reading(method) || template.endsWith('/getSchedule') ? 'Read' : 'ReadWrite',
    }),
  ],
  [
    /^\/users(\/|$)/,
    () => ({ of: 'directory', oneOf: ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', ...directory] }),
  ],
  [
    /^\/groups\/\{group\}\/members$/,
    () => ({ of: 'directory', oneOf: ['GroupMember.Read.All', 'GroupMember.ReadWrite.All', ...groups, ...directory] }),
  ],
  [/^\/groups(\/|$)/, () => ({ of: 'directory', oneOf: ['GroupMember.Read.All', ...groups, ...directory] })],
  [
    /^\/teams\/\{team\}\/channels/,
    () => ({
      of: 'team',
      oneOf: [
        ...['ChannelSettings.Read.Group', 'ChannelSettings.ReadWrite.Group', 'Channel.ReadBasic.All'],
        ...['ChannelSettings.Read.All', 'ChannelSettings.ReadWrite.All', ...groups, ...directory],
      ],
    }),
  ],
  [
    /^\/teams(\/|$)/,
    () => ({
      of: 'team',
      oneOf: [
        ...['TeamSettings.Read.Group', 'TeamSettings.ReadWrite.Group', 'Team.ReadBasic.All'],
        ...['TeamSettings.Read.All', 'TeamSettings.ReadWrite.All', ...groups, ...directory],
      ],
    }),
  ],
  [/^\/sites\/\{site\}\/permissions/, () => ({ of: 'sites' })],
  [
    /^\/sites\/\{site\}\/drives?(\/|$)/,
    (method) => ({ of: 'site', role: reading(method) ? 'read' : 'write', files: true }),
  ],
  [/^\/drives(\/|$)/, (method) => ({ of: 'site', role: reading(method) ? 'read' : 'write', files: true })],
  [
    /^\/sites\/\{site\}\/lists\/\{list\}\/items/,
    (method) => ({ of: 'site', role: reading(method) ? 'read' : 'write', files: false }),
  ],
  [/^\/sites(\/|$)/, (method) => ({ of: 'site', role: reading(method) ? 'read' : 'manage', files: false })],
];

/** Throws for an operation that nobody has thought about: it may not be open by mistake. */
export function neededFor(operation: string): Needed {
  const [method = '', template = ''] = operation.split(' ');
  const found = table.find(([pattern]) => pattern.test(template));
  if (!found) throw new Error(`The permissions of ${operation} are not known.`);
  return found[1](method, template);
}
