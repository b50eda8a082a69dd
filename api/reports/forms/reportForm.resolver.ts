import { Ctx } from 'type-graphql';
import {
  addOperation,
  type Context,
  RecordResolver,
  takesId,
  takesInput,
  takesKey,
  takesVersion,
} from '../../access/index.js';
import { code, judged } from '../../reading/index.js';
import { stationField } from '../../tenancy/index.js';
import { retiring } from '../templates/retiring.js';
import { takesWhole } from '../templates/takesWhole.js';
import { fillForm } from './fill.js';
import { FilledForm, ReportFormFilter, ReportFormInput, ReportFormOrder, reportFormList } from './reportForm.input.js';
import { FormCell, ReportForm } from './reportForm.js';
import { createForm, formKind, updateForm } from './reportForm.service.js';

const [permission, edit] = ['reportForm.read', 'reportForm.edit'] as const;

/** Forms: layouts that are data, and what they say. */
export const reportForms = new RecordResolver(ReportForm, 'reportForm')
  .list({
    list: reportFormList,
    filter: ReportFormFilter,
    order: ReportFormOrder,
    permission,
    says: 'Forms that higher levels ask for, the latest first （报表清单）.',
  })
  .lookUp({ list: reportFormList, permission, says: 'One form, null when there is none （报表）.' })
  .field('station', stationField('The station that fills it in （填报单位）.'))
  .field('cells', {
    type: () => [FormCell],
    says: 'Its cells （单元格）.',
    reads: code(
      (row) => ({ cells: row.column('cells') }),
      (needs: { cells: FormCell[] }) => needs.cells.map(withTo),
    ),
    resolve: ({ cells }) => cells.map(withTo),
  })
  .act({
    name: 'reportFormCreate',
    permission: edit,
    says: 'Lays a form out; a cell that it has not and a figure that the catalogue does not know are refused （新增报表）.',
    takes: { input: takesInput(ReportFormInput, 'The form.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createForm(ctx, input, idempotencyKey),
  })
  .act({
    name: 'reportFormUpdate',
    permission: edit,
    says: 'Lays a form out anew （修改报表）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(ReportFormInput, 'The whole form.') },
    run: (ctx, { id, version, input }) => updateForm(ctx, id, version, input),
  });

function withTo({ at, to, text, isHead }: FormCell): FormCell {
  return { at, to: to ?? null, text, isHead };
}

retiring(reportForms, formKind);

addOperation(reportForms.resolver, {
  as: 'query',
  name: 'reportFormFilled',
  permission,
  type: () => FilledForm,
  says: 'A form filled in from the catalogue, each figure of which opens its rows （填报）.',
  takes: [Ctx() as ParameterDecorator, takesId.declare('id'), ...takesWhole()],
  run: (ctx: Context, id: string, period: string | null, asOf: string | null, within: string | null) =>
    fillForm(ctx, id, { period, asOf, within }),
  reads: judged('its figures are asked of the catalogue as its cells name them'),
});
