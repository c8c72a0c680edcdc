/** Agendas and minutes as documents: of a usual meeting, with nothing on them, of four pages, and with hostile words. */
import { OWLS } from '@owls/policy';
import { huge, messy, typical } from '../chat/trust.examples.ts';
import { exampleMeeting } from './meeting.examples.ts';
import { type Paper, type PaperKind, paperOf } from './paper.ts';

/** What somebody might type to see what a document makes of it. */
export const HOSTILE =
  '=HYPERLINK("https://evil.example","Win") <at>Everyone</at> <w:t>&amp; </w:t>]]> \u0000\u0007\u001b[31m \u202eesrever \ud83d 👩‍🏫 ﷽ {PAGE} %n';
const LONG =
  'Moderate writing together in Years 3 and 4 before the spring half term, with the exemplification materials and two pieces from each child';

export function paperExamples(): ReadonlyMap<string, Paper> {
  const usual = exampleMeeting(typical, 2, 'Moderate writing together');
  const empty = { ...usual.view, agenda: [], points: [], actions: [], people: [], sent: [] };
  const long = exampleMeeting(huge, 30, LONG);
  const hostile = exampleMeeting(messy, 3, HOSTILE);
  const paper = (kind: PaperKind, view: (typeof usual)['view'], name = 'Amara Osei') =>
    paperOf(kind, view, OWLS, { ...typical.ceo, name });
  return new Map([
    ['an agenda', paper('agenda', usual.view)],
    ['an agenda with nothing on it', paper('agenda', empty)],
    ['a long agenda', paper('agenda', long.view)],
    ['a hostile agenda', paper('agenda', hostile.view, HOSTILE)],
    ['minutes', paper('minutes', usual.view)],
    ['minutes with nothing in them', paper('minutes', empty)],
    ['long minutes', paper('minutes', long.view)],
    ['hostile minutes', paper('minutes', hostile.view, HOSTILE)],
  ]);
}
