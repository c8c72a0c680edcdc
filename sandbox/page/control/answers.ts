import { z } from 'zod';

/**
 * The control API's answers as far as this page reads them. Loose on purpose: what the page does not show may come and
 * go without breaking it; what it does show must be there, or the page says so.
 */
export const Person = z.looseObject({
  id: z.string(),
  displayName: z.string(),
  userPrincipalName: z.string().optional(),
  mail: z.string().nullish(),
  jobTitle: z.string().nullish(),
});
/** Somebody of the tenant whom one can be. */
export type Person = z.infer<typeof Person>;

export const Status = z.looseObject({
  tenant: z
    .looseObject({ id: z.string(), name: z.string(), domain: z.string(), timeZone: z.string().optional() })
    .nullish(),
  now: z.string(),
});
export type Status = z.infer<typeof Status>;

export const SentAnswer = z.looseObject({ failure: z.string().optional() });

const StaticTab = z.looseObject({
  entityId: z.string(),
  name: z.string().optional(),
  contentUrl: z.string().optional(),
  websiteUrl: z.string().optional(),
  scopes: z.array(z.string()).optional(),
  /** Where within its scopes it is shown, such as `meetingSidePanel`; everywhere where nothing is said. */
  context: z.array(z.string()).optional(),
});
export type StaticTab = z.infer<typeof StaticTab>;

const Command = z.looseObject({ title: z.string(), description: z.string().optional() });
export type Command = z.infer<typeof Command>;

const Manifest = z.looseObject({
  id: z.string(),
  version: z.string().optional(),
  name: z.looseObject({ short: z.string(), full: z.string().optional() }),
  description: z.looseObject({ short: z.string().optional(), full: z.string().optional() }).optional(),
  developer: z
    .looseObject({
      name: z.string().optional(),
      websiteUrl: z.string().optional(),
      privacyUrl: z.string().optional(),
      termsOfUseUrl: z.string().optional(),
    })
    .optional(),
  accentColor: z.string().optional(),
  showLoadingIndicator: z.boolean().optional(),
  staticTabs: z.array(StaticTab).optional(),
  bots: z
    .array(
      z.looseObject({
        botId: z.string().optional(),
        commandLists: z
          .array(z.looseObject({ scopes: z.array(z.string()).optional(), commands: z.array(Command) }))
          .optional(),
      }),
    )
    .optional(),
});

export const TeamsApp = z.looseObject({ botId: z.string(), manifest: Manifest });
/** An app of the tenant: its bot and its filled-in Teams manifest. */
export type TeamsApp = z.infer<typeof TeamsApp>;

const Attachment = z.looseObject({
  contentType: z.string(),
  content: z.unknown().optional(),
  name: z.string().nullish(),
});

export const Message = z.looseObject({
  id: z.string(),
  type: z.string().optional(),
  from: z.looseObject({
    id: z.string(),
    name: z.string().nullish(),
    aadObjectId: z.string().nullish(),
    role: z.string().nullish(),
  }),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z.array(Attachment).nullish(),
  timestamp: z.string().nullish(),
  updatedAt: z.string().nullish(),
  deletedAt: z.string().nullish(),
  replyToId: z.string().nullish(),
  threadId: z.string().nullish(),
  entities: z
    .array(z.looseObject({ type: z.string(), mentioned: z.looseObject({ id: z.string().nullish() }).nullish() }))
    .nullish(),
});
/**
 * One activity shown in a chat or channel. `timestamp` and `updatedAt` are UTC instants of the sandbox's clock;
 * `threadId` is the id of the post it belongs to.
 */
export type Message = z.infer<typeof Message>;

export const Conversation = z.looseObject({
  id: z.string(),
  type: z.enum(['personal', 'channel']),
  bot: z.looseObject({ id: z.string(), name: z.string() }),
  team: z.looseObject({ id: z.string(), displayName: z.string() }).optional(),
  channel: z.looseObject({ id: z.string(), displayName: z.string() }).optional(),
  installed: z.boolean(),
  blocked: z.boolean(),
  memberId: z.string(),
});
/**
 * A chat with a bot or a channel of a person's. `memberId` is the `29:…` id by which this bot knows the person: Teams
 * gives every bot another one.
 */
export type Conversation = z.infer<typeof Conversation>;

const Channel = z.looseObject({ id: z.string(), displayName: z.string() });

export const Team = z.looseObject({
  id: z.string(),
  displayName: z.string(),
  channels: z.array(Channel),
  members: z.array(z.string()).optional(),
});
export type Team = z.infer<typeof Team>;

const EventTime = z.looseObject({ dateTime: z.string(), timeZone: z.string().optional() });
const Mailbox = z.looseObject({ name: z.string().nullish(), address: z.string().nullish() });

export const CalendarEvent = z.looseObject({
  id: z.string(),
  subject: z.string().nullish(),
  start: EventTime,
  end: EventTime,
  isAllDay: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  bodyPreview: z.string().nullish(),
  body: z.looseObject({ content: z.string().nullish() }).nullish(),
  location: z.looseObject({ displayName: z.string().nullish() }).nullish(),
  organizer: z.looseObject({ emailAddress: Mailbox }).nullish(),
  attendees: z
    .array(
      z.looseObject({
        emailAddress: Mailbox,
        type: z.string().nullish(),
        status: z.looseObject({ response: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.looseObject({ joinUrl: z.string().nullish() }).nullish(),
  isOrganizer: z.boolean().nullish(),
  responseStatus: z.looseObject({ response: z.string().nullish() }).nullish(),
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.number().nullish(),
});
/** An event of a person's calendar, in Graph's own shape. */
export type CalendarEvent = z.infer<typeof CalendarEvent>;
/** How one can answer an invitation, in Graph's words. */
export type InvitationAnswer = 'accepted' | 'tentativelyAccepted' | 'declined';

export const ClockMark = z.looseObject({ label: z.string(), at: z.string() });
/** A date worth going to, named by whoever set the sandbox up. */
export type ClockMark = z.infer<typeof ClockMark>;

export const InvokeAnswer = z.looseObject({
  status: z.number(),
  body: z.unknown().optional(),
  failure: z.string().optional(),
});
/** What a bot answered to a card's button: the invoke response's HTTP status and body; `failure` if it did not. */
export type InvokeAnswer = z.infer<typeof InvokeAnswer>;

export const LiveEvent = z.looseObject({
  type: z.string(),
  conversationId: z.string().optional(),
  now: z.string().optional(),
});
/** A change somewhere in the sandbox, as told on the stream of events. */
export type LiveEvent = z.infer<typeof LiveEvent>;
