/** The plain words the bot answers to. The app's manifest lists the same ones. */

export interface Word {
  readonly word: 'soap' | 'meetings' | 'agenda' | 'actions' | 'my school' | 'categories' | 'help';
  readonly does: string;
  /** What else people type for it. */
  readonly also: readonly string[];
}

export const WORDS: readonly Word[] = [
  {
    word: 'soap',
    does: 'Your school on a page: start it, go on with it, or see what was sent',
    also: ['school on a page', 'my soap', 'return', 'my return', 'returns'],
  },
  {
    word: 'meetings',
    does: 'Your next five meetings, when and where',
    also: ['meeting', 'my meetings', 'calendar', 'next meeting'],
  },
  {
    word: 'agenda',
    does: 'Your next meeting: its agenda, to add to, and a way to say you can’t come',
    also: ['my agenda', 'next agenda', 'minutes', 'add to agenda', 'apologies'],
  },
  {
    word: 'actions',
    does: 'What you agreed to do in meetings, to tick off',
    also: ['action', 'my actions', 'to do', 'todo', 'tasks', 'my tasks'],
  },
  {
    word: 'my school',
    does: 'How your school stands: figures, changes, category',
    also: ['school', 'my schools', 'schools', 'figures'],
  },
  {
    word: 'categories',
    does: 'This half term’s categories: propose, validate or look',
    also: ['category', 'my category', 'proposals', 'validate'],
  },
  {
    word: 'help',
    does: 'What I do, and when',
    also: [
      'hi',
      'hello',
      'hey',
      'good morning',
      'good afternoon',
      'hi there',
      'hello there',
      'start',
      'menu',
      'what can you do',
      'commands',
      'who are you',
    ],
  },
];

/** What a message asks for; undefined where it is none of the words. Case, punctuation, mentions and a slip of the finger do not matter. */
export function wordIn(text: string): Word['word'] | undefined {
  const said = plain(text);
  if (said === '') return 'help';
  const exact = WORDS.find(({ word, also }) => word === said || also.includes(said));
  if (exact) return exact.word;
  return WORDS.find(({ word, also }) => [word, ...also].some((known) => known.length > 3 && oneSlip(known, said)))
    ?.word;
}

function plain(text: string): string {
  return text
    .replace(/<at[^>]*>.*?<\/at>/gis, ' ')
    .replace(/&nbsp;|<[^>]+>/gi, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(please|show me|show|open|the) /, '')
    .replace(/ please$/, '');
}

/** Whether two words differ by one letter more, less, other, or swapped with its neighbour. */
function oneSlip(known: string, said: string): boolean {
  if (Math.abs(known.length - said.length) > 1) return false;
  let start = 0;
  while (start < known.length && known[start] === said[start]) start += 1;
  const rest = (text: string, skip: number) => text.slice(start + skip);
  return (
    rest(known, 1) === rest(said, 1) ||
    rest(known, 1) === rest(said, 0) ||
    rest(known, 0) === rest(said, 1) ||
    (known[start] === said[start + 1] && known[start + 1] === said[start] && rest(known, 2) === rest(said, 2))
  );
}
