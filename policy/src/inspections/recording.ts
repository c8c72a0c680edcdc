import type { Finding } from '../soap/return.ts';
import { checkInspection, type InspectionPlace } from './check-inspection.ts';
import type { Inspection, InspectionGiven } from './inspection.ts';
import type { InspectionsPolicy } from './inspections-policy.ts';

/** Before this nobody inspected primary schools in a framework of Ofsted: an earlier day is a slip of the keys. */
const FIRST_DAY = '1993-01-01';

/**
 * What keeps an inspection from being recorded beside those that are (M28): all that `checkInspection` finds, an outcome
 * from the future, an address that is none, and the same inspection recorded a second time. `place` of a finding names
 * the part of the form. Recording under the id of one that stands there corrects it. `today` is an ISO date.
 */
export function recordingFindings(
  own: InspectionsPolicy,
  given: InspectionGiven,
  inspections: readonly Inspection[],
  today: string,
): readonly Finding[] {
  const { on, kind, report } = given;
  if (on.length === FIRST_DAY.length && on < FIRST_DAY)
    return [finding('on', `Nobody can have come on ${on}. Give the year with its four digits.`)];
  const checked = checkInspection(own, given);
  if (!checked.ok) return [finding(checked.place, `${checked.why.because.join(' ')} ${checked.says}`)];
  if (kind !== 'awaited' && on > today) {
    return [
      finding('on', 'This day is still to come. Record what is announced as an inspection whose outcome is awaited.'),
    ];
  }
  if ((kind === 'overall' || kind === 'areas') && given.published > today) {
    return [
      finding(
        'published',
        'This day is still to come. Record the outcome once it is published: until then it counts for nothing.',
      ),
    ];
  }
  if (report !== undefined && !isAddress(report)) {
    return [finding('report', 'Give the whole address of the report, beginning with https://, or leave it out.')];
  }
  const twin = inspections.find((one) => one.id !== given.id && isSame(one, given));
  return twin ? [finding('on', `One of ${on} is on record already. Correct that one instead.`)] : [];
}

function isSame(one: Inspection, given: InspectionGiven): boolean {
  if (one.urn !== given.urn || one.on !== given.on) return false;
  if (one.kind === 'review' || given.kind === 'review') {
    return (
      one.kind === given.kind && one.kind === 'review' && given.kind === 'review' && one.reviewer === given.reviewer
    );
  }
  // An inspection has one outcome, and it is the same inspection while that is awaited.
  return (one.kind === 'monitoring') === (given.kind === 'monitoring');
}

function isAddress(given: string): boolean {
  return given.length <= 255 && URL.canParse(given) && /^https:\/\/[^\s]+$/i.test(given);
}

function finding(place: InspectionPlace, says: string): Finding {
  return { level: 'error', rule: 'M28', place, says };
}
