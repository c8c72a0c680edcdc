/** More answers than this are not kept: dates typed by hand could be of any year. */
// @ts-nocheck

const MOST = 20_000;

/**
 * An answer that rests on one list or one policy alone, worked out once for each and let go with it: facts and policies
 * are replaced, never changed in place.
 */
export function onceEach<Of extends object, Answer extends object>(work: (of: Of) => Answer): (of: Of) => Answer {
  const answers = new WeakMap<Of, Answer>();
  return (of) => {
    const known = answers.get(of);
    if (known) return known;
    const answer = work(of);
    answers.set(of, answer);
    return answer;
  };
}

/** An answer of a pure function by its question's text, worked out once: the strategy asks the same few days again and again. */
export function remembered<Answer>(answers: Map<string, Answer>, question: string, work: () => Answer): Answer {
  const known = answers.get(question);
  if (known !== undefined) return known;
  const answer = work();
  if (answers.size >= MOST) answers.clear();
  answers.set(question, answer);
  return answer;
}
