import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node, VersionedRecord } from '../kernel/index.js';

/** Who gives trainings, such as an institute or a trade union; known in the whole county, so that every town names it alike. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'Who gives trainings, such as an institute or a trade union （培训机构）.',
})
@Entity({ tableName: 'training_provider' })
export class TrainingProvider extends VersionedRecord {
  @Field(() => String, { description: 'Name, unique in the county, at most 60 characters （机构名称）.' })
  @Property({ type: 'text' })
  name!: string;
}
