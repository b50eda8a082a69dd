import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, type Day, Node, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Household } from './household.js';
import { Person } from './person.js';

/** What a member is to the head of the household. */
export enum Relation {
  HEAD = 'HEAD',
  SPOUSE = 'SPOUSE',
  CHILD = 'CHILD',
  CHILD_IN_LAW = 'CHILD_IN_LAW',
  GRANDCHILD = 'GRANDCHILD',
  PARENT = 'PARENT',
  GRANDPARENT = 'GRANDPARENT',
  SIBLING = 'SIBLING',
  OTHER = 'OTHER',
}

registerEnumType(Relation, {
  name: 'Relation',
  description: 'What a member is to the head of the household （与户主关系）.',
  valuesConfig: {
    HEAD: { description: 'The head （户主）.' },
    SPOUSE: { description: 'Husband or wife （配偶）.' },
    CHILD: { description: 'Son or daughter （子女）.' },
    CHILD_IN_LAW: { description: 'Son-in-law or daughter-in-law （女婿、儿媳）.' },
    GRANDCHILD: { description: 'Grandchild （孙子女）.' },
    PARENT: { description: 'Father or mother, of either spouse （父母、岳父母、公婆）.' },
    GRANDPARENT: { description: 'Grandparent （祖父母）.' },
    SIBLING: { description: 'Brother or sister （兄弟姐妹）.' },
    OTHER: { description: 'Any other （其他）.' },
  },
});

/** That a person belongs to a household, from a day to a day; at any time to one, and a household has at most one head. */
@ObjectType({
  implements: Node,
  description: 'That a person belongs to a household, from a day to a day （户籍成员）.',
})
@Entity({ tableName: 'membership' })
export class Membership extends Node {
  @ManyToOne(() => Household, { ...withinTenant('household_id'), ref: true })
  household!: Ref<Household>;

  @ManyToOne(() => Person, { ...withinTenant('person_id'), ref: true })
  person!: Ref<Person>;

  /** Where the household stands today; what row security goes by. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => Relation, { description: 'What the person is to the head （与户主关系）.' })
  @Property({ type: 'text' })
  relation!: Relation;

  @Field(() => DateScalar, { description: 'First day in the household （加入日期）.' })
  @Property({ type: 'date' })
  validFrom!: Day;

  @Field(() => DateScalar, { nullable: true, description: 'First day no longer in it （离开日期）.' })
  @Property({ type: 'date', nullable: true })
  validTo: Day | null = null;

  @Field(() => String, { nullable: true, description: 'Why the person joined or left （事由）.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => Date, { description: 'When it was entered （录入时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
