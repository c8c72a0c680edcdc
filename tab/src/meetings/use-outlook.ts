import type { PlanMeeting } from '@owls/policy';
import { useMemo, useState } from 'react';
import { busyByKey } from './busy.ts';
import type { PlanPeriod } from './periods.ts';
import { shifted, weeksOf } from './plan-days.ts';
import { useBusy } from './queries.ts';

const NOTHING: readonly PlanMeeting[] = [];

/** Asks Outlook, on a wish, who is taken at the meetings ahead in a month. */
export function useOutlook(year: string, meetings: readonly PlanMeeting[], month: PlanPeriod | undefined) {
  const [wished, wish] = useState(false);
  const on = wished && month !== undefined;
  const weeks = month ? weeksOf(month.from, month.to) : [];
  const [from, last] = [weeks[0]?.[0] ?? '', weeks.at(-1)?.[6] ?? ''];
  const ahead = on
    ? meetings.filter(
        ({ start, past, state }) => !past && state !== 'cancelled' && from <= start && start.slice(0, 10) <= last,
      )
    : NOTHING;
  const people = [...new Set(ahead.flatMap(({ attendees }) => attendees))].sort();
  const asked = useBusy(year, people, from, last === '' ? '' : shifted(last, 1), on);
  const busy = useMemo(() => busyByKey(on ? meetings : NOTHING, asked.data?.busy ?? []), [on, meetings, asked.data]);
  return { on, wished, wish, people: people.length, asked, busy };
}
