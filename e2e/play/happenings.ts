/** What happened in a play, counted as it happens. */
export interface Happenings {
  schools: number;
  /** Half terms that were played to their end. */
  rounds: number;
  prompts: number;
  returns: number;
  corrections: number;
  reminders: number;
  escalations: number;
  proposals: number;
  validations: number;
  changed: number;
  posts: number;
  meetings: number;
  events: number;
  graphRequests: number;
  connectorRequests: number;
  /** Requests that Microsoft 365 refused because they were too many. */
  throttled: number;
  seconds: number;
}

export const nothingYet = (): Happenings => ({
  schools: 0,
  rounds: 0,
  prompts: 0,
  returns: 0,
  corrections: 0,
  reminders: 0,
  escalations: 0,
  proposals: 0,
  validations: 0,
  changed: 0,
  posts: 0,
  meetings: 0,
  events: 0,
  graphRequests: 0,
  connectorRequests: 0,
  throttled: 0,
  seconds: 0,
});

/** The rows of the closing table, in words. */
export const told = (seen: Happenings): readonly (readonly [string, number | string])[] => [
  ['schools', seen.schools],
  ['half terms', seen.rounds],
  ['heads prompted', seen.prompts],
  ['returns', seen.returns],
  ['returns corrected first', seen.corrections],
  ['reminders', seen.reminders],
  ['escalations', seen.escalations],
  ['categories proposed', seen.proposals],
  ['categories validated', `${seen.validations} (${seen.changed} changed by the CEO)`],
  ['posts in the channel', seen.posts],
  ['meetings planned', seen.meetings],
  ['events in calendars', seen.events],
  ['Graph requests', seen.graphRequests],
  ['Bot Connector requests', seen.connectorRequests],
  ['requests throttled', seen.throttled],
  ['seconds', seen.seconds],
];
