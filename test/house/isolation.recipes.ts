import { type Actor, actors } from '../support/actors.js';
import { cluster } from '../support/cluster.js';
import { type Kind, kinds, programmeInput } from '../support/make.js';
import type { Place } from './place.js';
import { importRecipes } from './recipes/exchange.js';
import { householdRecipes } from './recipes/households.js';
import { industryRecipes } from './recipes/industry.js';
import { jobRecipes } from './recipes/jobs.js';
import { learningRecipes } from './recipes/learning.js';
import { industryProjectRecipes } from './recipes/projects.js';
import { reportRecipes } from './recipes/reports.js';
import { trainingRecipes } from './recipes/training.js';

/** One way of asking an operation about records at a place, by somebody who may. */
export interface Case {
  by(place: Place): Actor;
  /** The variables; `asker` is who asks, for what is only one's own. */
  ask(place: Place, asker: Actor): Promise<Record<string, unknown>> | Record<string, unknown>;
  /** Variables that name a record without being an ID, such as an account. */
  also?: readonly string[];
  /** It ends the session it is asked in. */
  endsSession?: true;
}

const admin = (place: Place): Actor => place.admin;
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const reason = '核对（示例）';
const unused = '777';

/** The states in which each step is open, and whether the editor or the approver takes it. */
const steps: readonly [string, string, 'editor' | 'director'][] = [
  ['Submit', 'DRAFT', 'editor'],
  ['Approve', 'SUBMITTED', 'director'],
  ['Return', 'SUBMITTED', 'director'],
  ['Start', 'APPROVED', 'editor'],
  ['Finish', 'RUNNING', 'editor'],
  ['Accept', 'FINISHED', 'director'],
  ['Stop', 'APPROVED', 'director'],
];

/** The rooms of records: what they offer, in the order in which one makes what the next needs. */
export const recordRecipes: Readonly<Record<string, readonly Case[]>> = {
  ...householdRecipes,
  ...importRecipes,
  ...trainingRecipes,
  ...industryProjectRecipes,
  ...industryRecipes,
  ...jobRecipes,
  ...learningRecipes,
  ...reportRecipes,
};

/** Every operation of the schema has its cases here; one without is a failure, and so is an ID that no case names. */
export const recipes: Readonly<Record<string, readonly Case[]>> = {
  me: [{ by: admin, ask: () => ({}) }],
  mySessions: [{ by: admin, ask: () => ({}) }],
  signIn: [
    {
      by: admin,
      ask: (place) => ({ input: { account: `leader@${place.county}`, password: cluster().password } }),
    },
  ],
  signOut: [{ by: admin, ask: () => ({}), endsSession: true }],
  sessionEnd: [
    {
      by: (place) => place.director,
      ask: async (place, asker) => ({ id: await place.session(asker.account ?? '') }),
      endsSession: true,
    },
  ],
  sessionsEndOthers: [{ by: admin, ask: () => ({}), endsSession: true }],
  passwordChange: [
    { by: admin, ask: () => ({ input: { current: cluster().password, next: '柳湖镇-2026-watermelon' } }) },
  ],
  tenants: [{ by: actors.operator, ask: () => ({}) }],
  tenantCreate: [
    { by: actors.operator, ask: () => ({ input: { code: '620982', adminAccount: 'admin', adminName: '赵安' } }) },
  ],
  ...stationRecipes(),
  ...userRecipes(),
  ...keyAndAuditRecipes(),
  ...programmeRecipes(),
  ...recordRecipes,
};

function stationRecipes(): Record<string, Case[]> {
  const act = (input: (place: Place) => Promise<object> | object): Case => ({
    by: admin,
    ask: async (place) => ({ id: place.spot.id, version: place.spot.version, input: await input(place) }),
  });
  return {
    stationTree: [{ by: admin, ask: () => ({}) }],
    station: [{ by: admin, ask: ({ spot }) => ({ id: spot.id }) }],
    stations: [{ by: admin, ask: ({ spot }) => ({ where: { id: { in: [spot.id] }, within: spot.id } }) }],
    stationActPreview: [
      {
        by: admin,
        ask: async (place) => ({
          id: place.spot.id,
          act: 'MERGE',
          from: today,
          intoId: (await place.other()).id,
        }),
      },
    ],
    stationCreate: [
      {
        by: admin,
        ask: ({ spot }) => ({
          input: { parentId: spot.id, code: `${spot.code}${unused}`, name: '示例', openedOn: today, reason },
        }),
      },
    ],
    stationRename: [act(() => ({ name: '示例新名', from: today, reason }))],
    stationMove: [
      {
        by: admin,
        ask: async (place) => {
          const { id, version } = await place.below();
          return { id, version, input: { parentId: (await place.other()).id, from: today, reason } };
        },
      },
    ],
    stationMerge: [act(async (place) => ({ intoId: (await place.other()).id, from: today, reason }))],
    stationClose: [act(async (place) => ({ handOverToId: (await place.other()).id, from: today, reason }))],
  };
}

function userRecipes(): Record<string, Case[]> {
  const onPerson = (more: object): Case => ({
    by: admin,
    ask: async (place) => {
      const { id, version } = await place.person();
      return { id, version, ...more };
    },
  });
  return {
    users: [{ by: admin, ask: async (place) => ((await place.person()) ? { where: { within: place.spot.id } } : {}) }],
    user: [{ by: admin, ask: async (place) => ({ id: (await place.person()).id }) }],
    userCreate: [
      {
        by: admin,
        ask: ({ spot }) => ({ input: { account: `new${spot.code}`, name: '周明', stationId: spot.id } }),
      },
    ],
    userUpdate: [
      {
        by: admin,
        ask: async (place) => {
          const { id, version } = await place.person();
          return { id, version, input: { name: '周远', stationId: place.spot.id } };
        },
      },
    ],
    userDisable: [onPerson({ reason })],
    userEnable: [
      {
        by: admin,
        ask: async (place) => {
          const { id, version } = await place.disabledPerson();
          return { id, version };
        },
      },
    ],
    userResetPassword: [onPerson({})],
    grantCreate: [
      {
        by: admin,
        ask: async (place) => ({
          input: {
            userId: (await place.person()).id,
            role: place.spot.level === 'TOWNSHIP' ? 'SHOPKEEPER' : 'VOLUNTEER',
            stationId: place.spot.id,
            validFrom: '2027-01-01',
          },
        }),
      },
    ],
    grantEnd: [
      {
        by: admin,
        ask: async (place) => {
          const { id, version } = (await place.person()).grant;
          return { id, version, input: { on: today, reason } };
        },
      },
    ],
    grantableRoles: [{ by: admin, ask: ({ spot }) => ({ stationId: spot.id }) }],
    explainAccess: [
      {
        by: admin,
        ask: async (place) => {
          const { account } = await place.person();
          return { account, permission: 'STATION_READ', stationId: place.spot.id };
        },
        also: ['account'],
      },
      {
        by: admin,
        ask: async (place) => {
          const { id } = await place.programme('training', 'DRAFT');
          return { account: (await place.person()).account, permission: 'TRAINING_READ', recordId: id };
        },
        also: ['account'],
      },
    ],
  };
}

function keyAndAuditRecipes(): Record<string, Case[]> {
  return {
    apiKeys: [{ by: admin, ask: async (place) => ((await place.key()) ? {} : {}) }],
    apiKeyCreate: [
      {
        by: admin,
        ask: ({ spot }) => ({
          input: { name: '示例平台', scopes: ['STATIONS'], stationIds: [spot.id], expiresOn: '2027-06-30' },
        }),
      },
    ],
    apiKeyRevoke: [
      {
        by: admin,
        ask: async (place) => {
          const { id, version } = await place.key();
          return { id, version, reason };
        },
      },
    ],
    auditCheck: [{ by: admin, ask: () => ({}) }],
    auditEntries: [
      {
        by: admin,
        ask: async (place) => ({ where: { within: place.spot.id, recordId: (await place.person()).id } }),
      },
    ],
    securityEvents: [{ by: admin, ask: ({ spot }) => ({ where: { within: spot.id } }) }],
    crossTownReport: [
      {
        by: (place) => place.director,
        ask: async (place) => {
          await place.programme('industry', 'APPROVED');
          return { period: { from: '2026-01-01', to: '2026-12-31' }, within: place.spot.id };
        },
      },
    ],
    metrics: [{ by: admin, ask: () => ({}) }],
    report: [
      {
        by: (place) => place.director,
        ask: async (place) => {
          await place.programme('industry', 'APPROVED');
          return { metrics: ['PROGRAMMES_COUNT'], period: { year: 2026 }, by: 'VILLAGE', within: place.spot.id };
        },
      },
    ],
  };
}

function programmeRecipes(): Record<string, Case[]> {
  const all: Record<string, Case[]> = {
    programmes: [
      {
        by: (place) => place.director,
        ask: async (place) => {
          const { id } = await place.programme('training', 'DRAFT');
          const station = place.spot.id;
          return { where: { id: { in: [id] }, station: { in: [station] }, within: station } };
        },
      },
    ],
  };
  return Object.assign(all, ...kinds.map(recipesOfKind));
}

function recipesOfKind(kind: Kind): Record<string, Case[]> {
  const name = `${kind}Programme`;
  const editor = (place: Place): Actor => place.editor(kind);
  const on = (state: string, more: object, by: Case['by'] = editor): Case => ({
    by,
    ask: async (place) => ({ ...(await place.programme(kind, state)), ...more }),
  });
  const found: Record<string, Case[]> = {
    [name]: [{ by: editor, ask: async (place) => ({ id: (await place.programme(kind, 'DRAFT')).id }) }],
    [`${name}s`]: [
      {
        by: editor,
        ask: async (place) => {
          const { id } = await place.programme(kind, 'DRAFT');
          return { where: { id: { in: [id] }, station: { in: [place.spot.id] }, within: place.spot.id } };
        },
      },
    ],
    [`${name}Create`]: [{ by: editor, ask: ({ spot }) => ({ input: programmeInput(kind, spot.id) }) }],
    [`${name}Update`]: [on('DRAFT', { input: { title: '示例新题' } })],
    [`${name}Amend`]: [on('APPROVED', { input: { budget: '18000.00' }, reason })],
    [`${name}Discard`]: [on('DRAFT', {})],
  };
  for (const [step, state, who] of steps) {
    const by = who === 'editor' ? editor : (place: Place): Actor => place.director;
    found[`${name}${step}`] = [on(state, { comment: reason }, by)];
  }
  return found;
}
