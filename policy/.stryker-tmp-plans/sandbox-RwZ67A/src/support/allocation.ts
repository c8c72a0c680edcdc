// @ts-nocheck
import type { Why } from '../explanation/why.ts';
import type { Allocation, Support } from './support.ts';
import type { SupportPolicy } from './support-policy.ts';

const RULE = 'M34';

export type Refusal = { readonly ok: false; readonly says: string; readonly why: Why };
export type Allocated = { readonly ok: true; readonly allocations: readonly Allocation[]; readonly why: Why } | Refusal;

/**
 * Spreads a cost over the sources in the policy's order (M34), each up to what it still has. Whole pounds. The school's
 * part comes from what its ledger has left; a source that isn't named has nothing. Refused where the sources together
 * don't cover the cost, with the pounds that are missing, and for a cost that is no whole number of pounds.
 */
export function allocate(own: SupportPolicy, cost: number, available: Readonly<Record<string, number>>): Allocated {
  if (!isPounds(cost)) return badAmount('cost', cost);
  const allocations: Allocation[] = [];
  let open = cost;
  for (const { key } of own.sources) {
    const has = available[key] ?? 0;
    const pounds = Math.min(open, Number.isFinite(has) ? Math.max(0, Math.floor(has)) : 0);
    if (pounds > 0) allocations.push({ source: key, pounds });
    open -= pounds;
  }
  const because = allocations.map(({ source, pounds }) => `${inPounds(pounds)} from ${nameOf(own, source)}.`);
  if (open > 0) {
    return refuse(
      `${inPounds(open)} of ${inPounds(cost)} are not covered: raise the ring fence up to ${inPounds(own.ceiling)}, find another source, or plan less.`,
      because.length > 0 ? because : ['No source has anything left.'],
      'More money in a source, or a lower cost.',
    );
  }
  return {
    ok: true,
    allocations,
    why: {
      rule: RULE,
      because: because.length > 0 ? because : ['It costs nothing.'],
      wouldChange: 'Another cost, or other sums left in the sources.',
    },
  };
}

/** Whether support can be recorded as it is (M34): whole pounds, known sources each once, the cost neither more nor less. */
export function checkSupport(
  own: SupportPolicy,
  given: Pick<Support, 'what' | 'cost' | 'allocations'>,
): { readonly ok: true } | Refusal {
  if (given.what.trim() === '') return refuse('Say what the support is.', ['It has no words.'], 'A description.');
  if (!isPounds(given.cost)) return badAmount('cost', given.cost);
  const keys = given.allocations.map(({ source }) => source);
  for (const [index, { source, pounds }] of given.allocations.entries()) {
    if (!own.sources.some(({ key }) => key === source)) {
      const known = own.sources.map(({ key }) => key).join(', ');
      return refuse(
        `Choose one of ${known}.`,
        [`${source || 'An empty name'} is no source of the policy.`],
        'A known source.',
      );
    }
    if (keys.indexOf(source) !== index)
      return refuse(`Name ${source} once.`, [`${source} is there twice.`], 'One sum.');
    if (!isPounds(pounds)) return badAmount(`part of ${source}`, pounds);
  }
  const sum = total(given.allocations);
  if (sum === given.cost) return { ok: true };
  return refuse(
    `Spread ${inPounds(given.cost)} over the sources, no more and no less.`,
    [`The sources come to ${inPounds(sum)}.`],
    'Sources that come to the cost.',
  );
}

/** Whether a school's ring fence can stand (M34): from the policy's minimum to its planning ceiling, whole pounds. */
export function checkRingFence(own: SupportPolicy, amount: number): { readonly ok: true } | Refusal {
  if (isPounds(amount) && amount >= own.ringFence && amount <= own.ceiling) return { ok: true };
  return refuse(
    `Set aside from ${inPounds(own.ringFence)} to ${inPounds(own.ceiling)}, in whole pounds.`,
    [`${amount} lies outside what the trust has agreed.`],
    'A sum within it; what lies above comes from the other sources.',
  );
}

/** Pounds of a list of sums. */
export function total(sums: readonly { readonly pounds: number }[]): number {
  return sums.reduce((so, { pounds }) => so + pounds, 0);
}

/** "£5,000" */
export function inPounds(pounds: number): string {
  return `${pounds < 0 ? '-' : ''}£${Math.abs(pounds).toLocaleString('en-GB')}`;
}

export function nameOf(own: SupportPolicy, source: string): string {
  return own.sources.find(({ key }) => key === source)?.name ?? source;
}

function isPounds(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function badAmount(what: string, value: number): Refusal {
  return refuse('Give whole pounds, 0 or more.', [`The ${what} is ${value}.`], 'A whole number of pounds.');
}

function refuse(says: string, because: readonly string[], wouldChange: string): Refusal {
  return { ok: false, says, why: { rule: RULE, because, wouldChange } };
}
