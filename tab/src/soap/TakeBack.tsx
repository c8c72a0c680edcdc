import { Button } from '@fluentui/react-components';
import { LONGEST_TAKE_BACK_NOTE, type SoapFormView } from '@owls/policy';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../shell/api-context.tsx';
import { useSay } from '../shell/toasts.tsx';
import { WriteText } from '../shell/WriteText.tsx';
import { soapPath } from './queries.ts';

/** Takes a return that was sent back, asked once: it is the draft again (M14). */
export function TakeBack({ view }: { view: SoapFormView }) {
  const [asking, setAsking] = useState(false);
  const { submitted, school, halfTerm } = view;
  const takingBack = useTakeBack(halfTerm.id, school.urn);
  if (!submitted) return null;
  const { revision } = submitted;
  return (
    <>
      <Button onClick={() => setAsking(true)}>Take it back</Button>
      {asking && (
        <WriteText
          title="Take this return back?"
          action="Take it back"
          label="Why? (if you want to say)"
          hint={`It counts as not returned, and ${
            view.draft ? 'the change you have begun stays' : 'all its figures are'
          } your draft, until you send it.`}
          kept={`take-back/${halfTerm.id}/${school.urn}`}
          most={LONGEST_TAKE_BACK_NOTE}
          optional
          busy={takingBack.isPending}
          close={() => setAsking(false)}
          write={(note) =>
            takingBack.mutateAsync({ revision, note }).then(
              () => true,
              () => false,
            )
          }
        />
      )}
    </>
  );
}

function useTakeBack(halfTerm: string, urn: string) {
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: (given: { readonly revision: number; readonly note: string }) =>
      api.send<SoapFormView>('POST', `${soapPath(halfTerm, urn)}/take-back`, given),
    onSuccess: async (form) => {
      say.done('The return is taken back', 'Its figures are your draft again. Send it when it is right.');
      queries.setQueryData(['soap', halfTerm, urn], form);
      await queries.invalidateQueries();
    },
    onError: (problem) => {
      // Somebody was faster: show what stands there now.
      queries.invalidateQueries({ queryKey: ['soap', halfTerm, urn] });
      say.failed(problem);
    },
  });
}
