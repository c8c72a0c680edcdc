import type { MadeMove, PlanView } from '@owls/policy';
import { wallDayText } from '../shell/dates.ts';
import { useSay } from '../shell/toasts.tsx';
import { useUndo } from './queries.ts';

/** The last move of this year that holds, and taking it, or a named one, back. */
export function useTakeBack(view: PlanView, done: (words: string, date?: string) => void) {
  const undo = useUndo(view.year);
  const say = useSay();
  const keys = new Set(view.meetings.map(({ key }) => key));
  const last: MadeMove | undefined = view.moves.filter((one) => !one.undone && keys.has(one.key)).at(-1);
  const takeBack = (id?: string) =>
    undo.mutate(id, {
      onSuccess: ({ undone, plan }) => {
        const back = plan.meetings.find(({ key }) => key === undone.key);
        if (back) done(`Taken back: ${back.title} is on ${wallDayText(back.start)}.`, back.start.slice(0, 10));
        else done('Taken back.');
      },
      onError: (problem) => say.failed(problem),
    });
  return { last, takeBack, busy: undo.isPending };
}
