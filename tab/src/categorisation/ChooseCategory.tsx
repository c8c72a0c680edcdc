import { Button, Field, makeStyles, Radio, RadioGroup, Text, Textarea, tokens } from '@fluentui/react-components';
import type { CategoriesView } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { Evidence } from './Evidence.tsx';
import type { RoundSchool } from './round.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalL },
  choice: { display: 'grid' },
  quiet: { color: tokens.colorNeutralForeground3 },
  use: { justifySelf: 'start' },
});

/** Chooses a school's category: the cluster leader's proposal with reasons, or the CEO's validation. */
export function ChooseCategory({
  kind,
  school,
  scale,
  busy,
  close,
  choose,
}: {
  kind: 'proposal' | 'validation';
  school: RoundSchool;
  scale: CategoriesView['scale'];
  busy: boolean;
  close: () => void;
  choose: (category: string, words: string) => void;
}) {
  const styles = useStyles();
  const proposed = school.judgement?.proposed;
  const validated = school.judgement?.validated;
  const [category, setCategory] = useState(validated?.category ?? proposed?.category ?? school.suggestion.category);
  const [words, setWords] = useState(kind === 'proposal' ? (proposed?.because ?? '') : (validated?.why ?? ''));
  const [tried, setTried] = useState(false);
  const changes = kind === 'validation' && category !== proposed?.category;
  const wanted = (kind === 'proposal' || changes) && words.trim() === '';
  return (
    <Confirm
      title={`${kind === 'proposal' ? 'Propose a category for' : 'Category of'} ${school.name}`}
      action={kind === 'proposal' ? 'Propose' : 'Validate'}
      busy={busy}
      close={close}
      act={() => (wanted ? setTried(true) : choose(category, words.trim()))}
    >
      <div className={styles.stack}>
        <Evidence school={school} />
        <Field label="Category">
          <RadioGroup value={category} onChange={(_, { value }) => setCategory(value)}>
            {scale
              .filter(({ code }) => school.choices.includes(code))
              .map(({ code, name, support }) => (
                <Radio
                  key={code}
                  value={code}
                  label={
                    <span className={styles.choice}>
                      <Text>
                        <strong>{code}</strong> {name}
                        {code === school.suggestion.category && ' (suggested)'}
                        {code === proposed?.category && kind === 'validation' && ' (proposed)'}
                      </Text>
                      <Text size={200} className={styles.quiet}>
                        {support}
                      </Text>
                    </span>
                  }
                />
              ))}
          </RadioGroup>
        </Field>
        {(kind === 'proposal' || changes) && (
          <Field
            label={kind === 'proposal' ? 'Your reasons' : 'Why it differs from the proposal'}
            required
            {...(tried && wanted
              ? { validationState: 'error' as const, validationMessage: 'Say why, in a sentence: it goes on record.' }
              : {})}
          >
            <Textarea value={words} rows={4} resize="vertical" onChange={(_, { value }) => setWords(value)} />
          </Field>
        )}
        {kind === 'proposal' && words === '' && school.suggestion.because.length > 0 && (
          <Button size="small" className={styles.use} onClick={() => setWords(school.suggestion.because.join(' '))}>
            Begin with the evidence
          </Button>
        )}
      </div>
    </Confirm>
  );
}
