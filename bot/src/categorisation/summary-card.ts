import {
  type CategorySummary,
  categoryByCode,
  type Facts,
  type HalfTermId,
  halfTermLabel,
  summary,
  type TrustPolicy,
} from '@owls/policy';
import { card, masthead } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { MOST_ROWS } from './card-given.ts';
import template from './summary-card.template.json' with { type: 'json' };

/**
 * The round's summary for the trust's channel (M26): counts by category, moves, who is at risk, what support follows,
 * gaps named. How far schools are named is the policy's `nameSchools`; gaps are always named, since they are owed.
 */
export function summaryCard(policy: TrustPolicy, facts: Facts, halfTerm: HalfTermId): CardMessage {
  const round = summary(policy, facts, halfTerm);
  const text = `Categories, ${halfTermLabel(halfTerm)}: ${round.validated} of ${round.total} schools${round.complete ? '' : ' so far'}.`;
  return {
    summary: text,
    card: card(template, {
      summary: text,
      masthead: masthead({
        kicker: `${inert(policy.trust.shortName)} · ${halfTermLabel(halfTerm)}`,
        title: 'School categories this half term',
        status: round.complete
          ? { says: '✓ Complete', style: 'good' }
          : { says: `${round.validated} of ${round.total}`, style: 'warning' },
      }),
      lead: lead(round),
      counts: round.counts
        .filter(({ count }) => count > 0)
        .map(({ code, name, count }) => ({ code, name, count: String(count), color: colorOf(policy, code) })),
      groups: [moves(round), atRisk(round), support(round), gaps(round)].filter(
        ({ rows, more }) => rows.length > 0 || more !== '',
      ),
    }),
  };
}

function lead({ validated, total, complete, moves: moved, atRisk: risky }: CategorySummary): string {
  if (validated === 0) return `None of the ${total} schools has a validated category yet.`;
  const how = complete ? `All ${total} schools have` : `${validated} of ${total} schools have`;
  const up = moved.filter(({ direction }) => direction === 'up').length;
  const down = moved.length - up;
  const movement =
    moved.length === 0
      ? 'None moved since last time'
      : [up > 0 && `${schools(up)} moved up`, down > 0 && `${schools(down)} moved down`].filter(Boolean).join(' and ');
  const risk = risky.length === 0 ? 'none is' : `${schools(risky.length)} ${risky.length === 1 ? 'is' : 'are'}`;
  return `${how} a validated category. ${movement}; ${risk} at risk of slipping.`;
}

interface Group {
  readonly title: string;
  readonly rows: readonly { readonly mark: string; readonly color: string; readonly says: string }[];
  readonly more: string;
}

function moves({ moves: moved, nameSchools }: CategorySummary): Group {
  // One line a school where schools are named, else one line a kind of move.
  const named = nameSchools !== 'none';
  const lines = named
    ? moved.map(({ name, from, to, direction }) => ({ direction, says: `${inert(name)}: ${from} to ${to}` }))
    : tally(moved.map(({ from, to, direction }) => ({ key: `${from} to ${to}`, direction }))).map(
        ({ first, count }) => ({ direction: first.direction, says: `${first.key}: ${schools(count)}` }),
      );
  return group(
    'Moves since last time',
    lines.map(({ direction, says }) =>
      direction === 'up' ? { mark: '▲', color: 'Good', says } : { mark: '▼', color: 'Attention', says },
    ),
  );
}

function atRisk({ atRisk: risky, nameSchools }: CategorySummary): Group {
  if (nameSchools === 'all') {
    return group(
      'At risk of slipping',
      risky.map(({ name, code }) => ({ mark: code, color: 'Attention', says: inert(name) })),
    );
  }
  return group(
    'At risk of slipping',
    tally(risky.map(({ code }) => ({ key: code }))).map(({ first, count }) => ({
      mark: first.key,
      color: 'Attention',
      says: schools(count),
    })),
  );
}

/** How often each key occurs, in order of first appearance. */
function tally<T extends { readonly key: string }>(
  items: readonly T[],
): { readonly first: T; readonly count: number }[] {
  const counts = new Map<string, { first: T; count: number }>();
  for (const item of items) {
    const entry = counts.get(item.key) ?? { first: item, count: 0 };
    counts.set(item.key, { ...entry, count: entry.count + 1 });
  }
  return [...counts.values()];
}

function schools(count: number): string {
  return count === 1 ? '1 school' : `${count} schools`;
}

function support({ support: lines }: CategorySummary): Group {
  return group(
    'What support follows',
    lines.map(({ code, text }) => ({ mark: code, color: 'Accent', says: inert(text) })),
  );
}

function gaps({ gaps: missed }: CategorySummary): Group {
  return group(
    'Still missing',
    missed.map(({ name, missing }) => ({ mark: '•', color: 'Warning', says: `${inert(name)}: ${missing} missing` })),
  );
}

function group(title: string, rows: Group['rows']): Group {
  return {
    title: rows.length > MOST_ROWS ? `${title} (${rows.length})` : title,
    rows: rows.slice(0, MOST_ROWS),
    more: rows.length > MOST_ROWS ? `and ${rows.length - MOST_ROWS} more; the tab has them all.` : '',
  };
}

function colorOf(policy: TrustPolicy, code: string): string {
  const heading = categoryByCode(policy, code)?.heading;
  return heading === 'at risk' ? 'Attention' : heading === 'better' ? 'Good' : 'Default';
}
