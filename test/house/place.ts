import { type Actor, actors } from '../support/actors.js';
import { app } from '../support/app.js';
import { type Kind, type Made, make, programmeInput } from '../support/make.js';
import { asOwner } from '../support/sql.js';

/** A station as the recipes use it. */
export interface Spot {
  id: string;
  code: string;
  level: 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';
  version: number;
}

/** The towns of the demo that have editors, with the word in their accounts. */
const words: Readonly<Record<string, string>> = {
  '620981102': 'chijin',
  '620981105': 'huangzhawan',
  '450481108': 'daye',
};

const stateSteps: Readonly<Record<string, readonly string[]>> = {
  DRAFT: [],
  SUBMITTED: ['Submit'],
  APPROVED: ['Submit', 'Approve'],
  RUNNING: ['Submit', 'Approve', 'Start'],
  FINISHED: ['Submit', 'Approve', 'Start', 'Finish'],
};

/** A station with records of every kind at it, made through the API when first asked for and then kept. */
export class Place {
  private readonly made = new Map<string, Promise<unknown>>();

  private constructor(
    readonly county: string,
    readonly spot: Spot,
    /** Where the register and what hangs on it are kept: the station itself, for the county one of its towns. */
    readonly home: Spot,
  ) {}

  static async at(code: string): Promise<Place> {
    await app();
    const home = code.length > 6 ? code : (Object.keys(words).find((town) => town.startsWith(code)) ?? code);
    return new Place(code.slice(0, 6), await spotOf(code), await spotOf(home));
  }

  get admin(): Actor {
    return actors.admin(this.county);
  }

  get director(): Actor {
    return this.isCounty ? actors.director(this.county) : actors.office(this.word, this.county);
  }

  /** Who keeps the register here. */
  get clerk(): Actor {
    return actors.clerk(words[this.home.code.slice(0, 9)] ?? '', this.county);
  }

  /** Who decides on programmes of the place where the register is kept. */
  get homeDirector(): Actor {
    return actors.office(words[this.home.code.slice(0, 9)] ?? '', this.county);
  }

  /** Who edits programmes of a kind here. */
  editor(kind: Kind): Actor {
    const account = ({ training: 'training', job: 'jobs', industry: 'industry' } as const)[kind];
    return this.isCounty ? actors.countyEditor(account, this.county) : actors.editor(account, this.word, this.county);
  }

  /** Another station of the same level and county, which must have children when it is a town. */
  other(): Promise<Spot> {
    return this.once('other', async () => {
      const { code, level } = this.spot;
      const sql = `select code from station where code like $1 and level = $2 and code not like $3 order by code limit 1`;
      const [row] = await asOwner<{ code: string }>(sql, [`${this.county}%`, level, `${code.slice(0, 9)}%`]);
      return spotOf(row?.code ?? code);
    });
  }

  /** A station right below, or the station itself where there is none. */
  below(): Promise<Spot> {
    return this.once('below', async () => {
      const { code } = this.spot;
      const sql = 'select code from station where code like $1 and length(code) = $2 order by code limit 1';
      const [row] = await asOwner<{ code: string }>(sql, [`${code}%`, code.length + 3]);
      return spotOf(row?.code ?? code);
    });
  }

  programme(kind: Kind, state: string): Promise<Made> {
    return this.once(`${kind} ${state}`, async () => {
      let made = await make.programme(this.editor(kind), kind, programmeInput(kind, this.spot.id));
      for (const step of stateSteps[state] ?? []) {
        made = await make.step(step === 'Approve' ? this.director : this.editor(kind), kind, step, made);
      }
      return made;
    });
  }

  /** Somebody who works here and holds nothing that a station lead could not give. */
  person(): Promise<Made & { account: string; grant: Made }> {
    return this.once('person', () => make.person(this.admin, this.spot.id, this.isCounty ? 'VOLUNTEER' : 'HELPER'));
  }

  disabledPerson(): Promise<Made> {
    return this.once('disabled person', async () => {
      const { id, version } = await make.person(this.admin, this.spot.id, this.isCounty ? 'VOLUNTEER' : 'HELPER');
      return make.disabled(this.admin, { id, version });
    });
  }

  key(): Promise<Made> {
    return this.once('key', () => make.key(this.admin, { scopes: ['STATIONS'], stationIds: [this.spot.id] }));
  }

  /** The newest session of an account. */
  async session(account: string): Promise<string> {
    const sql = `select s.id from session s join account a on a.tenant_id = s.tenant_id and a.id = s.user_id
      where a.login = $1 order by s.started_at desc limit 1`;
    const [row] = await asOwner<{ id: string }>(sql, [account]);
    if (!row) throw new Error(`${account} has not signed in.`);
    return row.id;
  }

  private get isCounty(): boolean {
    return this.spot.level === 'COUNTY';
  }

  private get word(): string {
    return words[this.spot.code.slice(0, 9)] ?? '';
  }

  /** Something made here when it is first asked for, and then kept. */
  once<T>(name: string, work: () => Promise<T>): Promise<T> {
    const known = this.made.get(name) as Promise<T> | undefined;
    if (known) return known;
    const making = work();
    this.made.set(name, making);
    return making;
  }
}

async function spotOf(code: string): Promise<Spot> {
  const [row] = await asOwner<Spot>('select id, code, level, version from station where code = $1', [code]);
  if (!row) throw new Error(`There is no station ${code}.`);
  return row;
}
