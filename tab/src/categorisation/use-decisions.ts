import type { JudgementPart } from '@owls/policy';
import { useState } from 'react';
import { useSay } from '../shell/toasts.tsx';
import { type Judging, useJudge } from './queries.ts';
import type { RoundSchool } from './round.ts';

/** A school whose category is being chosen, and in which part of the round. */
export interface Choosing {
  readonly kind: Judging['kind'];
  readonly urn: string;
}

/** A school of which a part of its judgement is to be taken back, if the person is sure. */
export interface TakingBack {
  readonly part: JudgementPart;
  readonly urn: string;
}

/**
 * What can be decided in the round. It stands above the list, since a school leaves the list somebody looks at the
 * moment it is decided on.
 */
export function useDecisions(halfTerm: string) {
  const say = useSay();
  const judge = useJudge(halfTerm);
  const [choosing, setChoosing] = useState<Choosing>();
  const [takingBack, setTakingBack] = useState<TakingBack>();

  const send = async (judging: Judging, name: string) => {
    try {
      await judge.mutateAsync(judging);
    } catch {
      // `useJudge` has said what is wrong; the dialog stays open with what was typed.
      return;
    }
    setChoosing(undefined);
    const { kind, urn, category } = judging;
    say.done(`${name}: ${category} ${kind === 'proposal' ? 'proposed' : 'validated'}`, undefined, {
      label: 'Change it',
      act: () => setChoosing({ kind, urn }),
    });
  };

  return {
    busy: judge.isPending,
    choosing,
    takingBack,
    takeBack: setTakingBack,
    leave: () => setTakingBack(undefined),
    open: setChoosing,
    close: () => setChoosing(undefined),
    /** Validates the proposal as it is. */
    agree: ({ urn, name, judgement }: RoundSchool) => {
      const category = judgement?.proposed?.category;
      if (category !== undefined) send({ kind: 'validation', urn, category, ...versionOf(judgement) }, name);
    },
    /** Proposes or validates what was chosen. `words` are the reasons. */
    choose: (kind: Judging['kind'], { urn, name, judgement }: RoundSchool, category: string, words: string) => {
      const base = { urn, category, ...versionOf(judgement) };
      const reason = words === '' ? {} : { why: words };
      send(kind === 'proposal' ? { ...base, kind, because: words } : { ...base, kind, ...reason }, name);
    },
  };
}

export type Decisions = ReturnType<typeof useDecisions>;

function versionOf(judgement: RoundSchool['judgement']): { readonly version?: string } {
  return judgement?.version === undefined ? {} : { version: judgement.version };
}
