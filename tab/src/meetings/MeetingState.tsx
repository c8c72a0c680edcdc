import { Badge } from '@fluentui/react-components';
import type { PlanMeeting } from '@owls/policy';

export const STATE_WORDS = {
  planned: { words: 'Planned', appearance: 'outline', color: 'informative' },
  agreed: { words: 'On its way', appearance: 'tint', color: 'brand' },
  'in calendars': { words: 'In calendars', appearance: 'tint', color: 'success' },
  cancelled: { words: 'Cancelled', appearance: 'tint', color: 'warning' },
} as const satisfies Readonly<Record<PlanMeeting['state'], object>>;

/** Whether a meeting stands in calendars. */
export function MeetingState({ state }: { state: PlanMeeting['state'] }) {
  const { words, appearance, color } = STATE_WORDS[state];
  return (
    <Badge appearance={appearance} color={color}>
      {words}
    </Badge>
  );
}
