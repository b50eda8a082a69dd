import { RecordResolver, takes, takesId, takesInput, takesKey } from '../../access/index.js';
import { judged } from '../../reading/index.js';
import { stationField } from '../../tenancy/index.js';
import { Report } from '../report.js';
import { EditionDrift, EditionFilter, EditionFreezeInput, EditionOrder, editionList } from './edition.input.js';
import { Edition, EditionComment } from './edition.js';
import { commentEdition, driftSince, freezeReport, frozenReport, isIntact } from './edition.service.js';

const permission = 'edition.read';

/** Editions: read by whoever may see their sums, written once. */
export const editions = new RecordResolver(Edition, 'edition')
  .list({
    list: editionList,
    filter: EditionFilter,
    order: EditionOrder,
    permission,
    says: 'Frozen reports, the latest first （报告定稿清单）.',
  })
  .lookUp({ list: editionList, permission, says: 'One edition, null when there is none within reach （报告定稿）.' })
  .field('station', stationField('The station whose whole subtree it counts （范围）.'))
  .children('comments', {
    type: () => EditionComment,
    by: 'edition',
    order: [
      ['createdAt', 'asc'],
      ['id', 'asc'],
    ],
    says: 'What was said of it, in order （批注）.',
  })
  .field('report', {
    type: () => Report,
    says: 'The report as it was frozen; only the rows behind its figures are those of today （定稿内容）.',
    reads: judged('it is one value, kept whole, and the rows behind its figures are those of a report'),
    resolve: (edition, ctx) => frozenReport(ctx, edition),
  })
  .field('isIntact', {
    type: () => Boolean,
    says: 'Whether its hash still fits its parameters and figures （校验是否相符）.',
    reads: judged('it hashes what is kept anew'),
    resolve: (edition, ctx) => isIntact(ctx, edition),
  })
  .field('drift', {
    type: () => EditionDrift,
    says: 'Which of its figures the same question gives otherwise today, as of the same day （与现数的变动）.',
    reads: judged('it asks the catalogue the same question again'),
    resolve: (edition, ctx) => driftSince(ctx, edition),
  })
  .act({
    name: 'editionFreeze',
    permission: 'report.freeze',
    says: 'Freezes a report as an edition, with all its figures and their hash （定稿）.',
    takes: { input: takesInput(EditionFreezeInput, 'The report, and its title.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => freezeReport(ctx, input, idempotencyKey),
  })
  .act({
    name: 'editionComment',
    permission,
    says: 'Adds a comment to an edition, and answers the edition （添加批注）.',
    takes: {
      id: takesId,
      text: takes<string>(() => String, 'What is said, at most 1,000 characters （内容）.'),
      idempotencyKey: takesKey,
    },
    run: (ctx, { id, text, idempotencyKey }) => commentEdition(ctx, id, text, idempotencyKey),
  });
