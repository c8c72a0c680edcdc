// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { academicYearAt, dateAt } from '../calendar/academic-calendar.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { inPounds, total } from './allocation.ts';
import { type Asking, before, following, later, recordedOn, soon, task } from './asking.ts';
import { ringFenceOf, type SupportRecords, sumsOf } from './ledger.ts';
import { routesFor } from './routes.ts';
import type { SupportPolicy } from './support-policy.ts';
import { agreementDue, supportYear } from './support-year.ts';

/** What additional support and its money ask of people within an academic year (M33, M34), each school's in turn. */
export function supportTasks(
  policy: TrustPolicy,
  own: SupportPolicy,
  facts: Facts,
  records: SupportRecords,
  now: Temporal.Instant,
): readonly Task[] {
  const year = academicYearAt(policy, now);
  const moments = year && supportYear(policy, own, year);
  if (!year || !moments || before(now, moments.opens)) return [];
  const asking: Asking = { policy, own, facts, records, now, year, moments };
  return schoolsOn(facts.schools, dateAt(policy, now))
    .flatMap((school) => [
      ...ringFences(asking, school),
      ...routes(asking, school),
      ...agreements(asking, school),
      ...overRingFence(asking, school),
      ...unspent(asking, school),
    ])
    .filter(({ since }) => !before(now, Temporal.Instant.from(since)));
}

function ringFences(asking: Asking, school: School): Task[] {
  const { own, records, year, moments } = asking;
  if (ringFenceOf(records.ringFences, school.urn, year)) return [];
  return task(asking, school, 'M34', {
    key: `support-ring-fence/${year}/${school.urn}`,
    to: 'head',
    title: `Confirm what ${school.name} sets aside for additional support`,
    since: following(asking, school.joined),
    by: moments.agreedBy,
    because: `Each school sets aside ${inPounds(own.ringFence)} or more in ${year}, and nothing is recorded yet.`,
    otherwise: `The ledger counts with ${inPounds(own.ringFence)}.`,
  });
}

function routes(asking: Asking, school: School): Task[] {
  const { policy, own, facts, records, now, year } = asking;
  const planned = records.supports.filter((one) => one.urn === school.urn && one.year === year);
  return routesFor(policy, own, facts, records.needs, school.urn, dateAt(policy, now))
    .filter((open) => !planned.some(({ route, need }) => route === open.route && (!open.need || need === open.need)))
    .flatMap((open) => {
      const since = following(asking, open.since, school.joined);
      return task(asking, school, 'M33', {
        key: `support-route/${year}/${school.urn}/${open.route}${open.need ? `/${open.need}` : ''}`,
        to: 'ceo',
        title: `Plan and cost additional support for ${school.name}`,
        since,
        by: later(asking.moments.agreedBy, soon(asking, since)),
        because: open.why.because.join(' '),
        otherwise: 'The school has no agreed support, and nobody has agreed to pay for any.',
      });
    });
}

function agreements(asking: Asking, school: School): Task[] {
  const { policy, own, records, year } = asking;
  return records.supports
    .filter((support) => support.urn === school.urn && support.year === year && !support.agreed)
    .flatMap((support) => {
      const by = agreementDue(policy, own, support);
      return task(asking, school, 'M34', {
        key: `support-agree/${support.id}`,
        to: 'ceo',
        title: `Agree with ${school.name} who pays for ${support.what}`,
        since: following(asking, recordedOn(policy, support)),
        ...(by ? { by } : {}),
        because: `It costs ${inPounds(support.cost)}, and the source is to be agreed at the start of the year.`,
        otherwise: 'The ledger warns, and the support has no agreed money.',
      });
    });
}

/** Asked since the support that took the school's part over its ring fence, in the order of their records. */
function overRingFence(asking: Asking, school: School): Task[] {
  const { policy, own, records, year } = asking;
  const { ringFenced, left } = sumsOf(own, records, school.urn, year);
  if (left >= 0) return [];
  const key = own.sources.find(({ of }) => of === 'school')?.key;
  let open = ringFenced;
  const tipping = records.supports
    .filter((support) => support.urn === school.urn && support.year === year)
    .sort(
      (one, other) =>
        Temporal.Instant.compare(Temporal.Instant.from(one.recordedAt), Temporal.Instant.from(other.recordedAt)) ||
        (one.id < other.id ? -1 : 1),
    )
    .find((support) => {
      open -= total(support.allocations.filter(({ source }) => source === key));
      return open < 0;
    });
  if (!tipping) return [];
  return task(asking, school, 'M34', {
    key: `support-over-ring-fence/${year}/${school.urn}/${tipping.id}`,
    to: 'ceo',
    title: `Settle ${inPounds(-left)} of support for ${school.name} above its ring fence`,
    since: following(asking, recordedOn(policy, tipping)),
    because: `The school has set aside ${inPounds(ringFenced)}, and is to pay ${inPounds(ringFenced - left)}.`,
    otherwise: 'The school pays money that it has not set aside.',
  });
}

function unspent(asking: Asking, school: School): Task[] {
  const { own, records, now, year, moments } = asking;
  if (before(now, moments.unspentFrom)) return [];
  const { bySource } = sumsOf(own, records, school.urn, year);
  const open = bySource.reduce((so, line) => so + Math.max(0, line.committed - line.spent), 0);
  if (open === 0) return [];
  return task(asking, school, 'M34', {
    key: `support-unspent/${year}/${school.urn}`,
    to: 'head',
    title: `Spend or release ${inPounds(open)} of support for ${school.name}`,
    since: moments.unspentFrom,
    by: moments.closes,
    because: `The year ends on ${moments.lastDay}, and this money is committed and not spent.`,
    otherwise: 'It lapses with the year, and the support it was meant for does not happen.',
  });
}
