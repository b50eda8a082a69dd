import { actors } from '../../support/actors.js';
import type { Made } from '../../support/make.js';
import { briefInput, formInput, householdsByTown, makeReports } from '../../support/reports.js';
import type { Case } from '../isolation.recipes.js';
import type { Place } from '../place.js';

/** Templates are written by the centre of the county, wherever they are about. */
const centre: Case['by'] = (place) => actors.director(place.county);
const director: Case['by'] = (place) => place.director;

const editionAt = (place: Place): Promise<Made> =>
  place.once('edition', () => makeReports.edition(director(place), { within: place.spot.id }));
const briefAt = (place: Place): Promise<Made> =>
  place.once('brief', () => makeReports.brief(centre(place), briefInput(place.spot.id)));
const formAt = (place: Place): Promise<Made> =>
  place.once('form', () => makeReports.form(centre(place), formInput(place.spot.id)));

const among = (by: Case['by'], at: (place: Place) => Promise<Made>): readonly Case[] => [
  { by, ask: async (place) => ({ where: { within: place.spot.id, id: { in: [(await at(place)).id] } } }) },
];
const one = (by: Case['by'], at: (place: Place) => Promise<Made>): readonly Case[] => [
  { by, ask: async (place) => ({ id: (await at(place)).id }) },
];
const counted = (at: (place: Place) => Promise<Made>): readonly Case[] => [
  {
    by: director,
    ask: async (place) => ({
      ...{ id: (await at(place)).id, within: place.spot.id },
      ...{ period: '2024', asOf: '2024-12-31' },
    }),
  },
];

/** One that is in use is retired, and another that was retired is taken into use again. */
const retiring = (
  noun: 'brief' | 'reportForm',
  made: (place: Place) => Promise<Made>,
): Record<string, readonly Case[]> => ({
  [`${noun}Retire`]: [
    {
      by: centre,
      ask: async (place) => {
        const { id, version } = await place.once(`${noun} in use`, () => made(place));
        return { id, version, reason: '不再使用（示例）' };
      },
    },
  ],
  [`${noun}Reinstate`]: [
    {
      by: centre,
      ask: async (place) => {
        const retired = async () => makeReports.retired(centre(place), noun, await made(place));
        const { id, version } = await place.once(`${noun} retired`, retired);
        return { id, version };
      },
    },
  ],
});

/** What is made of reports. */
export const reportRecipes: Readonly<Record<string, readonly Case[]>> = {
  editions: among(director, editionAt),
  edition: one(director, editionAt),
  editionFreeze: [{ by: director, ask: ({ spot }) => ({ input: { ...householdsByTown, within: spot.id } }) }],
  editionComment: [{ by: director, ask: async (place) => ({ id: (await editionAt(place)).id, text: '已核对。' }) }],
  briefs: among(centre, briefAt),
  brief: one(centre, briefAt),
  briefReading: counted(briefAt),
  briefPreview: [{ by: centre, ask: ({ spot }) => ({ input: briefInput(spot.id) }) }],
  briefCreate: [{ by: centre, ask: ({ spot }) => ({ input: briefInput(spot.id) }) }],
  briefUpdate: [
    {
      by: centre,
      ask: async (place) => {
        const { id, version } = await briefAt(place);
        return { id, version, input: briefInput(place.spot.id, { titleZh: '改过的标题' }) };
      },
    },
  ],
  ...retiring('brief', (place) => makeReports.brief(centre(place), briefInput(place.spot.id))),
  ...retiring('reportForm', (place) => makeReports.form(centre(place), formInput(place.spot.id))),
  reportForms: among(centre, formAt),
  reportForm: one(centre, formAt),
  reportFormFilled: counted(formAt),
  reportFormCreate: [{ by: centre, ask: ({ spot }) => ({ input: formInput(spot.id) }) }],
  reportFormUpdate: [
    {
      by: centre,
      ask: async (place) => {
        const { id, version } = await formAt(place);
        return { id, version, input: formInput(place.spot.id, { title: '改过的表（示例）' }) };
      },
    },
  ],
};
