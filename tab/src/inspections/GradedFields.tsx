import { Field, Input, makeStyles, Radio, RadioGroup, Select, Text, tokens } from '@fluentui/react-components';
import { type Framework, mapped } from '@owls/policy';
import { OFSTED_WORDS } from '../categorisation/matrix.ts';
import { bodyOf, type Mend, type Says, type Typed } from './typed-inspection.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalL },
  areas: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 13rem), 1fr))',
    // Names of one line and of two: the choices stand on one line all the same.
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  select: { minWidth: 0 },
});

/** The outcome of an inspection, as inspections of its day give it, and what it counts as on the trust's scale. */
export function GradedFields({
  typed,
  type,
  says,
  mend,
  frameworks,
}: {
  typed: Typed;
  type: (part: Partial<Typed>) => void;
  says: Says;
  mend: Mend;
  frameworks: readonly Framework[];
}) {
  const styles = useStyles();
  if (says === undefined) {
    return (
      <Text role="status">
        {mend('framework').validationMessage ??
          'Give the first day: inspections of its time have one overall grade, or are judged area by area.'}
      </Text>
    );
  }
  return (
    <div className={styles.stack}>
      <Field label="Outcome published" required {...mend('published')}>
        <Input type="date" value={typed.published} onChange={(_, { value }) => type({ published: value })} />
      </Field>
      {says.kind === 'overall' ? (
        <Field label="Overall grade" required {...mend('grade')}>
          <RadioGroup value={typed.grade} onChange={(_, { value }) => type({ grade: value })}>
            {([1, 2, 3, 4] as const).map((grade) => (
              <Radio key={grade} value={String(grade)} label={`${grade} ${OFSTED_WORDS[grade]}`} />
            ))}
          </RadioGroup>
        </Field>
      ) : (
        <Areas framework={says.framework} typed={typed} type={type} mend={mend} />
      )}
      <Counts typed={typed} says={says} frameworks={frameworks} />
    </div>
  );
}

function Areas({
  framework,
  typed,
  type,
  mend,
}: {
  framework: Framework;
  typed: Typed;
  type: (part: Partial<Typed>) => void;
  mend: Mend;
}) {
  const styles = useStyles();
  const wrong = mend('areas').validationMessage;
  return (
    <>
      <fieldset className={styles.areas}>
        <legend className={styles.legend}>{framework.name}</legend>
        {framework.areas.map(({ key, name, always }) => (
          <Field key={key} label={name} required={always}>
            <Select
              className={styles.select}
              value={typed.areas[key] ?? ''}
              onChange={(_, { value }) => type({ areas: { ...typed.areas, [key]: value } })}
            >
              <option value="">{always ? 'Choose' : 'Not judged'}</option>
              {framework.points.map((point) => (
                <option key={point.key} value={point.key}>
                  {point.name}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </fieldset>
      {wrong && (
        <Text role="alert" className={styles.wrong}>
          {wrong}
        </Text>
      )}
      <Field label="Safeguarding" required {...mend('safeguarding')}>
        <RadioGroup
          layout="horizontal"
          value={typed.safeguarding}
          onChange={(_, { value }) => type({ safeguarding: value })}
        >
          <Radio value="met" label="Met" />
          <Radio value="not met" label="Not met" />
        </RadioGroup>
      </Field>
    </>
  );
}

/** Says before it is recorded what follows from it. */
function Counts({ typed, says, frameworks }: { typed: Typed; says: Says; frameworks: readonly Framework[] }) {
  const made = bodyOf(typed, says);
  if ('missing' in made || !(made.body.kind === 'overall' || made.body.kind === 'areas')) return null;
  const { body } = made;
  const whole = says?.kind !== 'areas' || says.framework.areas.every(({ key, always }) => !always || typed.areas[key]);
  const found = whole ? mapped({ frameworks: [...frameworks] }, body) : undefined;
  if (!found?.ok) return null;
  return (
    <Text role="status">
      Counts as <strong>{found.grade}</strong> on the trust’s scale. {found.why.because.join(' ')}
    </Text>
  );
}
