import { makeStyles, tokens } from '@fluentui/react-components';
import type { InputValues, TrustPolicy } from '@owls/policy';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { inputName } from './input-name.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  frame: { maxHeight: '40vh', marginTop: tokens.spacingVerticalM },
});

/** Two versions of a return side by side, in the fields where they differ. */
export function DifferingFields({
  policy,
  inputs,
  one,
  other,
}: {
  policy: TrustPolicy;
  inputs: readonly string[];
  one: { readonly title: string; readonly values: InputValues };
  other: { readonly title: string; readonly values: InputValues };
}) {
  const styles = useStyles();
  return (
    <ScrollFrame label="Fields that differ" className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {['Field', one.title, other.title].map((title) => (
              <th key={title} scope="col" className={styles.cell}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <tr key={input}>
              <th scope="row" className={styles.cell}>
                {inputName(policy, input)}
              </th>
              <td className={styles.cell}>{one.values[input] || 'empty'}</td>
              <td className={styles.cell}>{other.values[input] || 'empty'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}
