/**
 * The colour of a meeting in the organiser's calendar. Every English mailbox has these categories with their colours,
 * so that none has to be set up and no right over mailbox settings is needed.
 */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^(strategic|advisory)$/, 'Blue category'],
  [/^(head-and-ceo|school-review|peer-review)$/, 'Green category'],
  [/^(improvement-team)$/, 'Orange category'],
  [/^(moderation|network)-/, 'Yellow category'],
  [/^(governor|board|standards|strategy-group|management-group)/, 'Purple category'],
];
const OTHERS = 'Red category';

export const familyOf = (kind: string): string => FAMILIES.find(([form]) => form.test(kind))?.[1] ?? OTHERS;
