import { Extensions, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateScalar, type Day, orderType, payloadType } from '../../kernel/index.js';
import { heldAt, type List } from '../../reading/index.js';
import { ReportFigure } from '../templates/reportFigure.js';
import { ReportTemplateFilter, TemplateRead, templateList } from '../templates/reportTemplate.js';
import { Brief } from './brief.js';

/** A brief as it is written. */
@InputType({ description: 'A brief as it is written （简报模板）.' })
export class BriefInput {
  @Field(() => ID, { description: 'The station that it is about; its figures count what lies below （单位）.' })
  stationId!: string;

  @Field(() => String, { description: 'Title in Chinese, at most 100 characters （中文标题）.' })
  titleZh!: string;

  @Field(() => String, { description: 'Title in English, at most 200 characters （英文标题）.' })
  titleEn!: string;

  @Field(() => String, {
    description:
      'Sentences in Chinese, at most 5,000 characters. Figures stand in braces, as in `{training.personTimes period=2019-01 split=FORM:NIGHT_SCHOOL}` （中文模板）.',
  })
  textZh!: string;

  @Field(() => String, {
    description: 'Sentences in English, at most 8,000 characters, with the same figures （英文模板）.',
  })
  textEn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its usual period: `2020-03`, `2020-Q1`, `2020`, `2020-01-01..2020-03-23` or `..2020-03-23` （期间）.',
  })
  period?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its usual as-of day （截至日）.' })
  asOf?: Day | null;
}

/** Which briefs. */
@InputType({ description: 'Which briefs; all conditions together.' })
export class BriefFilter extends ReportTemplateFilter {}

export const BriefOrder = orderType('Brief', { CREATED_AT: 'When it was first written （创建时间）.' });

/** Briefs, the latest first, those in use unless others are asked for; they hold no figure, so the whole county reads them. */
export const briefList: List<Brief, BriefFilter> = {
  name: 'briefs',
  entity: () => Brief,
  walls: [heldAt('brief.read')],
  ...templateList,
};

/** A piece of a brief. */
@ObjectType({ description: 'A piece of a brief: plain text, or a figure （文段）.' })
export class BriefPart {
  @Field(() => String, { description: 'As it stands in the text, line breaks kept （文字）.' })
  text!: string;

  @Field(() => ReportFigure, { nullable: true, description: 'The figure that it is, null for plain text （数）.' })
  figure!: ReportFigure | null;
}

/** A brief with its figures. */
@ObjectType({ description: 'A brief with its figures, in your language （简报）.' })
export class BriefReading extends TemplateRead {
  @Field(() => String, { description: 'Its whole text （正文）.' })
  text!: string;

  @Extensions({ size: 20 })
  @Field(() => [BriefPart], { description: 'The same in pieces, each figure by itself （分段）.' })
  parts!: BriefPart[];
}

/** What a brief that is not saved yet would say, or what is wrong with it. */
export const BriefPreviewPayload = payloadType('BriefPreview', 'reading', () => BriefReading);
