import { type Check, ErrorCode, type Quantity } from '../kernel/index.js';
import { checkCount, defineKind, needed, type OwnFields, ProgrammeKind } from '../programmes/index.js';
import { anyOf, flag } from '../reading/index.js';
import { thousandths } from './amount.js';
import { projectNeeds } from './constructionStep.js';
import {
  IndustryProgrammeCreateInput,
  IndustryProgrammeFilter,
  IndustryProgrammeUpdateInput,
} from './industryProgramme.input.js';
import { IndustryProgramme } from './industryProgramme.js';

/** How industry differs from other kinds of programme. */
export const industryKind = defineKind<IndustryProgramme>({
  kind: ProgrammeKind.INDUSTRY,
  area: 'industry',
  name: 'industryProgramme',
  says: { zh: '产业项目', en: 'industry programme' },
  entity: IndustryProgramme,
  createInput: IndustryProgrammeCreateInput,
  updateInput: IndustryProgrammeUpdateInput,
  filter: IndustryProgrammeFilter,
  own: ['category', 'plannedHouseholds', 'plannedQuantity', 'isVillageProject'],
  ownMoney: [],
  checkOwn,
  filters: { category: anyOf('category'), isVillageProject: flag('isVillageProject') },
  needs: projectNeeds,
});

function checkOwn(check: Check, content: OwnFields): OwnFields {
  needed(check, content, ['category']);
  checkCount(check, content, 'plannedHouseholds');
  const quantity = (content.plannedQuantity ?? null) as Quantity | null;
  check.that(quantity === null || Number(quantity.amount) > 0, 'plannedQuantity.amount', ErrorCode.OUT_OF_RANGE, {
    zh: '计划数量须大于零。',
    en: 'The planned quantity must be more than nothing.',
  });
  const { category, plannedHouseholds = null } = content;
  const plannedQuantity = quantity && { amount: thousandths(quantity.amount), unit: quantity.unit };
  return { category, plannedHouseholds, plannedQuantity, isVillageProject: content.isVillageProject === true };
}
