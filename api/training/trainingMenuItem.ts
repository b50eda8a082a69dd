import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { TrainingCategory } from './trainingProgramme.js';

/** A dish on the menu: what people may ask to be taught. Everybody in the county may read the menu, for a village orders from its town. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'Something on the menu of training, which people and villages may ask for （培训菜单项）.',
})
@Entity({ tableName: 'training_menu_item' })
export class TrainingMenuItem extends VersionedRecord {
  /** The county or town that offers it. */
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'What it is called, at most 60 characters （名称）.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => TrainingCategory, { description: 'What is taught （培训类别）.' })
  @Property({ type: 'text' })
  category!: TrainingCategory;

  @Field(() => Boolean, { description: 'Whether it was taken off the menu; wishes made before stay （已下架）.' })
  @Property({ type: 'boolean' })
  isClosed: Opt<boolean> = false;
}
