import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DecimalScalar } from './scalars.js';

/** What a quantity is counted in; sums never mix units. */
export enum Unit {
  HEAD = 'HEAD',
  BIRD = 'BIRD',
  PLANT = 'PLANT',
  TONNE = 'TONNE',
  KILOGRAM = 'KILOGRAM',
  MU = 'MU',
  PIECE = 'PIECE',
  SESSION = 'SESSION',
  PERSON_TIME = 'PERSON_TIME',
}

registerEnumType(Unit, {
  name: 'Unit',
  description: 'What a quantity is counted in （单位）. Sums never mix units.',
  valuesConfig: {
    HEAD: { description: 'Head of livestock （只、头）.' },
    BIRD: { description: 'Birds （羽）.' },
    PLANT: { description: 'Plants or seedlings （株）.' },
    TONNE: { description: 'Tonnes （吨）.' },
    KILOGRAM: { description: 'Kilograms （公斤）.' },
    MU: { description: 'Mu of land, a fifteenth of a hectare （亩）.' },
    PIECE: { description: 'Pieces （件）.' },
    SESSION: { description: 'Sessions held （场次）.' },
    PERSON_TIME: { description: 'Attendances, one person counting each time （人次）.' },
  },
});

/** An amount with its unit; the amount is a decimal text with at most three decimals. */
@ObjectType({ description: 'An amount with its unit （数量）.' })
export class Quantity {
  @Field(() => DecimalScalar, { description: 'How much （数量）.' })
  amount!: string;

  @Field(() => Unit, { description: 'Of what unit （单位）.' })
  unit!: Unit;
}

/** A quantity as a form gives it. */
@InputType({ description: 'An amount with its unit （数量）.' })
export class QuantityInput {
  @Field(() => DecimalScalar, { description: 'How much （数量）.' })
  amount!: string;

  @Field(() => Unit, { description: 'Of what unit （单位）.' })
  unit!: Unit;
}
