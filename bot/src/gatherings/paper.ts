/** A meeting's agenda or minutes as a document: what is on it, in its order, before it is laid out. */
import type { GatheringView, Person, TrustPolicy } from '@owls/policy';
import { Temporal } from 'temporal-polyfill';
import { visible } from '../chat/inert.ts';
import { moment } from '../chat/moments.ts';
import { agendaFacts, agendaSections, minutesFacts, minutesSections, type Section } from './meeting-parts.ts';

export interface Paper {
  readonly trust: string;
  readonly title: string;
  /** When it is, and how it stands where that is to be said: `Tuesday 8 December 2026, 14:00 to 16:00 · Cancelled`. */
  readonly subtitle: string;
  readonly facts: readonly { readonly title: string; readonly values: readonly string[] }[];
  readonly sections: readonly Section[];
  /** What stands where there are no sections. */
  readonly empty: string;
  /** For whom it was filled, and when. */
  readonly footer: string;
  /** Without an ending. */
  readonly fileName: string;
}

export type PaperKind = 'agenda' | 'minutes';

/** More names than this would keep the agenda off the first page. */
const MOST_NAMES = 30;

/** The document as its reader may see it (M1): it is filled from the view of that reader and no other. */
export function paperOf(kind: PaperKind, view: GatheringView, policy: TrustPolicy, reader: Person): Paper {
  const { meeting, sheet, sent, asOf } = view;
  const name = kind === 'agenda' ? 'Agenda' : 'Minutes';
  const isDraft = kind === 'minutes' && (sheet === undefined || sheet.state === 'draft');
  const state = meeting.state === 'cancelled' ? 'Cancelled' : isDraft ? 'Being written' : undefined;
  const names = sent.map((one) => `${one.school}: ${one.names.length === 0 ? 'nobody' : one.names.join(', ')}`);
  const facts = [
    ...(kind === 'agenda' ? [] : minutesFacts(view)),
    ...agendaFacts(view),
    ...(names.length === 0 ? [] : [{ title: 'From schools', values: names }]),
  ];
  return {
    trust: policy.trust.name,
    title: `${name}: ${meeting.title}`,
    subtitle: [whenOf(meeting), ...(state ? [state] : [])].join(' · '),
    facts: facts.map((fact) =>
      isLong(fact) ? { ...fact, values: [`${fact.values.length}, named at the end`] } : fact,
    ),
    sections: [
      ...(kind === 'agenda' ? agendaSections(view) : minutesSections(view)),
      ...facts.filter(isLong).map(({ title, values }) => ({ title, points: [values.join(', ')] })),
    ],
    empty: kind === 'agenda' ? 'Nothing is on the agenda yet.' : 'Nothing was written down.',
    footer: `${policy.trust.name} · as ${reader.name} may see it, ${moment(policy, asOf)}`,
    fileName: fileNameOf(`${meeting.start.slice(0, 10)} ${name} ${meeting.title}`),
  };
}

const isLong = ({ values }: Paper['facts'][number]): boolean => values.length > MOST_NAMES;

function whenOf({ start, end }: GatheringView['meeting']): string {
  const from = Temporal.PlainDateTime.from(start);
  const day = from.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `${day.replace(',', '')}, ${start.slice(11)} to ${end.slice(11)}`;
}

/** A name that every system takes, whatever people called the meeting. */
function fileNameOf(text: string): string {
  const kept = visible(text)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ._-]/gu, '')
    .replace(/[^ -~]/g, '');
  return kept.replace(/\s+/g, ' ').trim().slice(0, 100).trim();
}
