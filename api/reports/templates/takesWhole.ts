import { ID } from 'type-graphql';
import { takes } from '../../access/index.js';
import { DateScalar } from '../../kernel/index.js';

/** The arguments by which a brief or a form is asked for another period, day or station than its own. */
export function takesWhole(): ParameterDecorator[] {
  const isNullable = true;
  const period = takes(
    () => String,
    'A period such as `2020-03`, `2020-Q1` or `..2020-03-23`; its usual one when left out （期间）.',
    { isNullable },
  );
  const asOf = takes(
    () => DateScalar,
    'Its usual day when left out, and today where a period is given; not later （截至日）.',
    { isNullable },
  );
  const within = takes(() => ID, 'Another station than its own （单位）.', { isNullable });
  return [period.declare('period'), asOf.declare('asOf'), within.declare('within')];
}
