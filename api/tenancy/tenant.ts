import type { Opt } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Extensions, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { type Row, reads, self } from '../reading/index.js';

/** What kind of county-level division a tenant is. */
export enum TenantKind {
  CITY = 'CITY',
  COUNTY = 'COUNTY',
  DISTRICT = 'DISTRICT',
}

registerEnumType(TenantKind, {
  name: 'TenantKind',
  description: 'What kind of county-level division a tenant is （县级区划类型）.',
  valuesConfig: {
    CITY: { description: 'A county-level city （县级市）.' },
    COUNTY: { description: 'A county, autonomous county or banner （县、自治县、旗）.' },
    DISTRICT: { description: 'A district of a city （市辖区）.' },
  },
});

/** What a county calls the three levels of its tree. */
@ObjectType({ description: 'What the county calls the three levels of its tree （层级名称）.' })
export class LevelNames {
  @Field(() => String, { description: 'The county level, such as 中心 or 县级.' })
  county!: string;

  @Field(() => String, { description: 'The township level, such as 所 or 镇.' })
  township!: string;

  @Field(() => String, { description: 'The village level, such as 站 or 村.' })
  village!: string;
}

/** Where the names of the levels lie in a county's row. */
const namesOfLevels = {
  county: (tenant: Row) => tenant.column('countyLevelName'),
  township: (tenant: Row) => tenant.column('townshipLevelName'),
  village: (tenant: Row) => tenant.column('villageLevelName'),
};

/** One county-level division: the wall that partitions everything. It has no tenant of its own above it. */
@ObjectType({
  description: 'A county-level city, county or district （县、市、区）: the wall that partitions everything.',
})
@Entity({ tableName: 'tenant' })
export class Tenant {
  @Field(() => ID, { description: 'The number of the county in this installation.' })
  @PrimaryKey({ type: 'integer' })
  id!: number;

  @Field(() => String, { description: 'National code of six digits （行政区划代码）.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Name, such as 玉门市.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => TenantKind, { description: 'City, county or district.' })
  @Property({ type: 'text' })
  kind!: TenantKind;

  @Field(() => String, { nullable: true, description: 'The prefecture above it, if any （地级）.' })
  @Property({ type: 'text', nullable: true })
  prefecture!: string | null;

  @Field(() => String, { description: 'The province above it （省级）.' })
  @Property({ type: 'text' })
  province!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The practice label, such as 新时代文明实践; null in a county that has none （实践称谓）.',
  })
  @Property({ type: 'text', nullable: true })
  practiceLabel!: string | null;

  @Property({ type: 'text' })
  countyLevelName!: string;

  @Property({ type: 'text' })
  townshipLevelName!: string;

  @Property({ type: 'text' })
  villageLevelName!: string;

  @Extensions(reads(self(namesOfLevels)))
  @Field(() => LevelNames, { description: 'What the county calls the levels of its tree （层级名称）.' })
  get levelNames(): Opt<LevelNames> {
    return { county: this.countyLevelName, township: this.townshipLevelName, village: this.villageLevelName };
  }
}
