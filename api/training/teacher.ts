import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { TrainingProvider } from './trainingProvider.js';

/** Who teaches; known in the whole county like the providers, for the same expert teaches in many towns. */
@ObjectType({ implements: [Node, VersionedRecord], description: 'Who teaches （教师）.' })
@Entity({ tableName: 'teacher' })
export class Teacher extends VersionedRecord {
  @ManyToOne(() => TrainingProvider, { ...withinTenant('provider_id'), nullable: true, ref: true })
  provider: Ref<TrainingProvider> | null = null;

  @Field(() => String, { description: 'Name, at most 40 characters （姓名）.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What they teach, at most 60 characters （专长）.' })
  @Property({ type: 'text', nullable: true })
  speciality: string | null = null;
}
