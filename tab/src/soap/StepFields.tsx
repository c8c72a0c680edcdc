import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import type { Finding, InputValues, School, SoapReturn, SoapStep, StandingTarget, TrustPolicy } from '@owls/policy';
import { inputOf, measuresFor } from '@owls/policy';
import { figureText } from '../shell/figures.ts';
import { BesideTarget } from './BesideTarget.tsx';
import { GroupGrid, YearGrid } from './YearGrid.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 15rem), 1fr))',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
  texts: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '52rem' },
  number: { maxWidth: '9rem' },
});

const TEXTS = {
  comment: {
    label: 'Your comment',
    hint: 'What lies behind the figures. Large changes have to be explained here before the return can be sent.',
  },
  nextSteps: { label: 'Next steps', hint: 'What the school does next, by whom and by when.' },
} as const;

/** The inputs of one step: a grid of year groups or pupil groups, whole-school figures, or texts. */
export function StepFields({
  step,
  policy,
  school,
  values,
  last,
  targets,
  found,
  change,
}: {
  step: SoapStep;
  policy: TrustPolicy;
  school: School;
  values: InputValues;
  last: SoapReturn | undefined;
  targets: readonly StandingTarget[];
  found: readonly Finding[];
  change: (values: InputValues) => void;
}) {
  const styles = useStyles();
  const measures = measuresFor(policy, school, step);
  const whole = measures.filter(({ years }) => years === undefined);
  const about = (input: string) => {
    const its = found.filter((finding) => inputOf(finding) === input);
    const [first] = its;
    return first
      ? {
          validationState: first.level === 'error' ? ('error' as const) : ('warning' as const),
          validationMessage: its.map(({ says }) => says).join(' '),
        }
      : {};
  };
  const grid = { step, policy, school, values, last, targets, found, change };
  return (
    <>
      {step.years && <YearGrid {...grid} />}
      {step.groups && <GroupGrid {...grid} />}
      {whole.length > 0 && (
        <div className={styles.fields}>
          {whole.map((measure) => {
            const { key, name, unit } = measure;
            const target = targets.find((one) => one.yearGroup === undefined && one.measure === key);
            const input = `school:${key}`;
            const was = last?.school[key];
            return (
              <Field
                key={key}
                label={name}
                hint={
                  <>
                    {was === undefined
                      ? 'No figure last time'
                      : `${figureText(was)}${unit === '%' ? '%' : ''} last time`}
                    {target && <BesideTarget target={target} measure={measure} typed={values[input] ?? ''} />}
                  </>
                }
                {...about(input)}
              >
                <Input
                  id={`soap-${input}`}
                  className={styles.number}
                  inputMode="decimal"
                  autoComplete="off"
                  value={values[input] ?? ''}
                  contentAfter={unit === '%' ? '%' : null}
                  onChange={(_, { value }) => change({ [input]: value })}
                />
              </Field>
            );
          })}
        </div>
      )}
      {step.texts && (
        <div className={styles.texts}>
          {step.texts.map((field) => (
            <Field key={field} label={TEXTS[field].label} hint={TEXTS[field].hint} {...about(field)}>
              <Textarea
                id={`soap-${field}`}
                resize="vertical"
                rows={6}
                value={values[field] ?? ''}
                onChange={(_, { value }) => change({ [field]: value })}
              />
            </Field>
          ))}
        </div>
      )}
    </>
  );
}
