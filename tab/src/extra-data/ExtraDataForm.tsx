import { Field, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import type { ExtraDataView, ShownExtraData } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { dateText } from '../shell/dates.ts';
import { Notice } from '../shell/Notice.tsx';
import { figuresTyped, keptFields } from '../shell/typed-fields.ts';
import { useKeptText } from '../shell/use-kept-text.ts';
import { faultOf, useSending } from '../shell/use-sending.ts';
import { useGiveExtraData } from './queries.ts';
import { typedOf } from './typed-figures.ts';

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
  const [version, setVersion] = useState(asked.given?.version);
  const [kept, keep] = useKeptText(`extra-data/${view.school.urn}/${shown.key}/${asked.due}`);
  const typed = keptFields(kept) ?? typedOf(shown);
  const { send, refuse, wrong, problem, busy } = useSending(useGiveExtraData(view.school.urn));
  const act = () => {
    const read = figuresTyped(
      shown.measures.map(({ key }) => key),
      typed,
    );
    if ('wrong' in read) return refuse(read.wrong);
    send(
      { item: shown.key, due: asked.due, says: typed.says ?? '', version, ...read },
      {
        says: asked.given ? 'Corrected' : 'Given',
        done: () => {
          keep('');
          close();
        },
        conflict: (current) => {
          const now = current as ExtraDataView | undefined;
          setVersion(now?.items.find(({ key }) => key === shown.key)?.asked?.given?.version);
          return undefined;
        },
      },
    );
  };
  const set = (place: string, value: string) => keep(JSON.stringify({ ...typed, [place]: value }));
  const unplaced = problem ?? wrong.item;
  return (
    <Confirm title={shown.name} action={asked.given ? 'Correct' : 'Send'} busy={busy} close={close} act={act}>
      <div className={styles.stack}>
        {unplaced && <Notice intent="error">{unplaced}</Notice>}
        <Text>Wanted by {dateText(asked.wanted)}.</Text>
        <div className={styles.fields}>
          {shown.measures.map(({ key, label }) => (
            <Field key={key} label={label} required {...faultOf(wrong, key)}>
              <Input
                inputMode="decimal"
                maxLength={10}
                value={typed[key] ?? ''}
                onChange={(_, { value }) => set(key, value)}
              />
            </Field>
          ))}
        </div>
        <Field label="Remark" hint="Needed where a figure is unusual or has jumped." {...faultOf(wrong, 'says')}>
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
