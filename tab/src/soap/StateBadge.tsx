import { Badge } from '@fluentui/react-components';
import type { CollectionState } from '@owls/policy';
import { STATE_WORDS } from '../dashboard/collection-order.ts';

const LOOKS = {
  overdue: { appearance: 'filled', color: 'danger' },
  waiting: { appearance: 'outline', color: 'informative' },
  draft: { appearance: 'tint', color: 'brand' },
  'not yet open': { appearance: 'outline', color: 'informative' },
  returned: { appearance: 'tint', color: 'success' },
} as const;

/** How a school's return stands, in a word. */
export function StateBadge({ state }: { state: CollectionState }) {
  const { appearance, color } = LOOKS[state];
  return (
    <Badge appearance={appearance} color={color}>
      {STATE_WORDS[state]}
    </Badge>
  );
}
