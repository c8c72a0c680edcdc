import { Text } from '@fluentui/react-components';
import type { JudgementPart } from '@owls/policy';
import { Confirm } from '../shell/Confirm.tsx';
import { useSay } from '../shell/toasts.tsx';
import { useTakeBack } from './queries.ts';
import type { RoundSchool } from './round.ts';

/** Asks before a proposal or a validation is taken back, and does it (M25). */
export function TakeBack({
  halfTerm,
  school,
  part,
  close,
}: {
  halfTerm: string;
  school: RoundSchool;
  part: JudgementPart;
  close: () => void;
}) {
  const say = useSay();
  const takingBack = useTakeBack(halfTerm);
  const { urn, name, judgement, agreement } = school;
  const act = () =>
    takingBack.mutate(
      { urn, part, ...(judgement?.version === undefined ? {} : { version: judgement.version }) },
      {
        onSuccess: () => say.done(`${name}: the ${part} is taken back`),
        onSettled: close,
      },
    );
  const code = part === 'proposal' ? judgement?.proposed?.category : judgement?.validated?.category;
  const answered = part === 'validation' ? agreement?.answer?.category : undefined;
  return (
    <Confirm
      title={`Take the ${part} of ${code} for ${name} back?`}
      action="Take it back"
      busy={takingBack.isPending}
      close={close}
      act={act}
    >
      <Text>
        {part === 'proposal'
          ? 'The school has no proposal again. The history keeps both.'
          : 'The proposal waits for validation again. The history keeps both.'}
        {answered !== undefined &&
          ` The school has answered to ${answered}: its answer stays on record, and counts again only if ${answered} is validated again.`}
      </Text>
    </Confirm>
  );
}
