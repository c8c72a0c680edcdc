// @ts-nocheck
import type { VisitsPolicy } from './visits-policy.ts';

const soap = { key: 'soap', name: 'SOAP: attainment and progress of every year group and of pupil groups' };
const interventions = { key: 'interventions', name: 'What interventions have achieved, and what comes next' };
const observation = { key: 'observation', name: "Teaching observed together with the head, pupils' books included" };
const learningWalk = {
  key: 'learning-walk',
  name: 'Learning walk with the head through all classes: rooms, attitudes in lessons, behaviour at break and lunch',
};
const headInterim = { key: 'head-interim', name: "Interim review of the head's performance management" };

/** What OWLS's visits look at (M30): the appendix's schedule, in the product's own words. */
export const OWLS_VISIT_FOCUS: VisitsPolicy['focus'] = [
  {
    halfTerm: 'autumn-1',
    items: [
      { key: 'head-final', name: "Final review of the head's performance management; this year's objectives" },
      { key: 'development-plan', name: 'Development plan agreed: fits what the school needs and is resourced' },
      { key: 'targets', name: "SOAP: this year's targets, from last year's outcomes" },
      learningWalk,
      { key: 'summer-data', name: "Summer term's results, and how its targets were met" },
      { key: 'single-central-record', name: 'Single central record' },
    ],
  },
  {
    halfTerm: 'autumn-2',
    items: [
      {
        key: 'staff-reviews',
        name: "Staff performance management: how sound last year's review and new objectives are",
      },
      soap,
      interventions,
      { key: 'pupil-groups', name: 'Progress of pupil groups and the support they get' },
      observation,
      {
        key: 'website',
        name: 'Website compliance followed up, with the pupil premium and sports premium statements',
      },
    ],
  },
  {
    halfTerm: 'spring-1',
    items: [
      headInterim,
      { key: 'development-plan', name: 'Development plan: progress and impact so far' },
      soap,
      interventions,
      {
        key: 'focused-walk',
        name: 'Learning walk or lessons with one focus, together with the head; books included',
      },
      { key: 'staffing', name: "Next year's staffing planned" },
    ],
  },
  {
    halfTerm: 'spring-2',
    items: [
      { key: 'self-evaluation', name: "The school's self-evaluation" },
      soap,
      interventions,
      { key: 'staff-interim', name: 'Staff interim reviews: that they took place, and next steps' },
      observation,
      { key: 'staffing', name: "Next year's staffing brought up to date" },
    ],
  },
  {
    halfTerm: 'summer-1',
    items: [
      headInterim,
      soap,
      interventions,
      learningWalk,
      { key: 'plan-impact', name: "Improvement plan: what this year's actions achieved" },
      { key: 'plan-next', name: "Improvement plan: next year's developments and the resources they need" },
      { key: 'organisation', name: "Next year's organisation settled" },
    ],
  },
  {
    halfTerm: 'summer-2',
    items: [
      { key: 'plan-final', name: "Next year's improvement plan finalised" },
      soap,
      { key: 'interventions', name: 'What interventions achieved for all pupil groups, and those of next year' },
      { key: 'organisation', name: "Next year's school organisation confirmed" },
    ],
  },
];
