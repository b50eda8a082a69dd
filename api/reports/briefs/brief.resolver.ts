import { Ctx } from 'type-graphql';
import {
  addOperation,
  type Context,
  RecordResolver,
  takes,
  takesId,
  takesInput,
  takesKey,
  takesVersion,
} from '../../access/index.js';
import { attempt } from '../../kernel/index.js';
import { judged } from '../../reading/index.js';
import { stationField } from '../../tenancy/index.js';
import { retiring } from '../templates/retiring.js';
import { takesWhole } from '../templates/takesWhole.js';
import { BriefFilter, BriefInput, BriefOrder, BriefPreviewPayload, BriefReading, briefList } from './brief.input.js';
import { Brief } from './brief.js';
import { briefKind, createBrief, previewBrief, readBrief, updateBrief } from './brief.service.js';

const takesContext = Ctx() as ParameterDecorator;
const [permission, edit] = ['brief.read', 'brief.edit'] as const;

/** Briefs: templates that are data, and what they say. */
export const briefs = new RecordResolver(Brief, 'brief')
  .list({
    list: briefList,
    filter: BriefFilter,
    order: BriefOrder,
    permission,
    says: 'Templates of briefs, the latest first （简报模板清单）.',
  })
  .lookUp({ list: briefList, permission, says: 'One template of a brief, null when there is none （简报模板）.' })
  .field('station', stationField('What it is about （单位）.'))
  .act({
    name: 'briefCreate',
    permission: edit,
    says: 'Writes a brief; a figure that the catalogue does not know is refused with its place （新增简报模板）.',
    takes: { input: takesInput(BriefInput, 'The brief.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createBrief(ctx, input, idempotencyKey),
  })
  .act({
    name: 'briefUpdate',
    permission: edit,
    says: 'Writes a brief anew （修改简报模板）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(BriefInput, 'The whole brief.') },
    run: (ctx, { id, version, input }) => updateBrief(ctx, id, version, input),
  });

retiring(briefs, briefKind);

addOperation(briefs.resolver, {
  as: 'query',
  name: 'briefReading',
  permission,
  type: () => BriefReading,
  says: 'A brief in your language with its figures, each of which opens its rows （简报）.',
  takes: [takesContext, takesId.declare('id'), ...takesWhole()],
  run: (ctx: Context, id: string, period: string | null, asOf: string | null, within: string | null) =>
    readBrief(ctx, id, { period, asOf, within }),
  reads: judged('its figures are asked of the catalogue as its text names them'),
});

addOperation(briefs.resolver, {
  as: 'query',
  name: 'briefPreview',
  permission: edit,
  type: () => BriefPreviewPayload,
  says: 'What a brief would say that is not saved, or all that is wrong with it （预览简报）.',
  takes: [takesContext, takes(() => BriefInput, 'The brief.').declare('input')],
  run: (ctx: Context, input: BriefInput) => attempt(ctx, 'reading', () => previewBrief(ctx, input)),
  reads: judged('its figures are asked of the catalogue as its text names them'),
});
