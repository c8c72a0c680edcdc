import { Field, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import type { ExtraDataView, ShownExtraData } from '@owls/policy';
import { useState } from 'react';
import { ApiProblem } from '../shell/api.ts';
import { Confirm } from '../shell/Confirm.tsx';
import { dateText } from '../shell/dates.ts';
import { Notice } from '../shell/Notice.tsx';
import { wordsFor } from '../shell/Problem.tsx';
import { useSay } from '../shell/toasts.tsx';
import { useKeptText } from '../shell/use-kept-text.ts';
import { useGiveExtraData } from './queries.ts';
import { figuresOf, readTyped, type Typed, typedOf } from './typed-figures.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalL },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 13rem), 1fr))',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
  },
});

/** Gives the extra data that is asked, or corrects it; kept on this device until it is sent. */
export default function ExtraDataForm({
  view,
  shown,
  asked,
  close,
}: {
  view: ExtraDataView;
  shown: ShownExtraData;
  asked: NonNullable<ShownExtraData['asked']>;
  close: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const give = useGiveExtraData(view.school.urn);
  const [version, setVersion] = useState(asked.given?.version);
  const [kept, keep] = useKeptText(`extra-data/${view.school.urn}/${shown.key}/${asked.due}`);
  const typed = readTyped(kept) ?? typedOf(shown);
  const [wrong, setWrong] = useState<Typed>({});
  const [problem, setProblem] = useState<string>();
  const act = () => {
    setWrong({});
    setProblem(undefined);
    const read = figuresOf(shown, typed);
    if ('wrong' in read) return setWrong(read.wrong);
    give.mutate(
      { item: shown.key, due: asked.due, says: typed.says ?? '', version, ...read },
      {
        onSuccess: () => {
          keep('');
          say.done(asked.given ? 'Corrected' : 'Given');
          close();
        },
        onError: (refusal) => {
          if (refusal instanceof ApiProblem && refusal.status === 422) {
            setWrong(Object.fromEntries(refusal.findings.map(({ place = '', says }) => [place, says])));
          } else if (refusal instanceof ApiProblem && refusal.status === 409) {
            const now = refusal.current as ExtraDataView | undefined;
            setVersion(now?.items.find(({ key }) => key === shown.key)?.asked?.given?.version);
            setProblem('Somebody gave this since you opened it. Press the button again to put yours in its place.');
          } else setProblem(wordsFor(refusal).says);
        },
      },
    );
  };
  const fault = (place: string) =>
    wrong[place] === undefined ? {} : { validationState: 'error' as const, validationMessage: wrong[place] };
  const set = (place: string, value: string) => keep(JSON.stringify({ ...typed, [place]: value }));
  const unplaced = problem ?? wrong.item;
  return (
    <Confirm title={shown.name} action={asked.given ? 'Correct' : 'Send'} busy={give.isPending} close={close} act={act}>
      <div className={styles.stack}>
        {unplaced && <Notice intent="error">{unplaced}</Notice>}
        <Text>Wanted by {dateText(asked.wanted)}.</Text>
        <div className={styles.fields}>
          {shown.measures.map(({ key, label }) => (
            <Field key={key} label={label} required {...fault(key)}>
              <Input
                inputMode="decimal"
                maxLength={10}
                value={typed[key] ?? ''}
                onChange={(_, { value }) => set(key, value)}
              />
            </Field>
          ))}
        </div>
        <Field label="Remark" hint="Needed where a figure is unusual or has jumped." {...fault('says')}>
          <Textarea
            resize="vertical"
            maxLength={1000}
            value={typed.says ?? ''}
            onChange={(_, { value }) => set('says', value)}
          />
        </Field>
      </div>
    </Confirm>
  );
}
