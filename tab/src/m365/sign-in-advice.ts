/** What to do about the reasons for which Teams refuses a token; the wording is for the person in front of the tab. */
const ADVICE: readonly { readonly matches: RegExp; readonly says: string }[] = [
  {
    matches: /cancel|ConsentFailed|consent/i,
    says: 'Your consent is needed once. Try again and choose Accept, or ask your IT administrator to consent for the trust.',
  },
  {
    matches: /resourceDisabled/i,
    says: 'The app is switched off in your organisation. Ask your IT administrator to enable it in Microsoft Entra.',
  },
  {
    matches: /invalid_resource|do not match|resource defined in manifest/i,
    says: 'The app package and its address do not fit together. Ask your IT administrator to upload the current app package.',
  },
  { matches: /timed? ?out|timeout/i, says: 'Teams did not answer in time. Check your connection and try again.' },
];

/** Turns Teams' error text into a sentence that says what to do. */
export function signInAdvice(code: string): string {
  const known = ADVICE.find((each) => each.matches.test(code));
  return (
    known?.says ?? 'Close the tab and open it again. If it stays like this, tell your IT administrator the code below.'
  );
}
