import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { ExtraFiguresGiven } from './extra-figures.ts';

/** Extra data in one line, for the audit (M19): "Reading 61%; Maths 58%; Slowly up." */
export function extraFiguresInWords(
  { soap }: Pick<TrustPolicy, 'soap'>,
  { figures, says }: Pick<ExtraFiguresGiven, 'figures' | 'says'>,
): string {
  const told = soap.measures.flatMap(({ key, name, unit }: Measure) => {
    const value = figures[key];
    return value === undefined ? [] : [`${name} ${value}${unit === '%' ? '%' : ''}`];
  });
  return [...told, ...(says === '' ? [] : [says])].join('; ');
}

/** What an item is asked as: "Attendance and behaviour since last time". */
export function extraDataName({ concerns }: Pick<TrustPolicy, 'concerns'>, item: string): string {
  const all = concerns.levels.flatMap(({ extraData }) => extraData);
  return all.find(({ key }) => key === item)?.ask ?? item;
}
