/** Who asks: a person by account, a partner by key, or a stranger by neither. */
export interface Actor {
  account?: string;
  /** Only where it is not the demo's. */
  password?: string;
  key?: string;
}

const yumen = '620981';

/** Which editor: of one of the three kinds of programme. */
type Kind = 'training' | 'jobs' | 'industry';

/** The demo's people; a county is named by its code, a town by the word in its accounts. Yumen unless told otherwise. */
export const actors = {
  anonymous: {} as Actor,
  operator: (): Actor => ({ account: 'operator@platform' }),
  admin: (county = yumen): Actor => ({ account: `admin@${county}` }),
  director: (county = yumen): Actor => ({ account: `director@${county}` }),
  leader: (county = yumen): Actor => ({ account: `leader@${county}` }),
  inspector: (county = yumen): Actor => ({ account: `inspector@${county}` }),
  finance: (county = yumen): Actor => ({ account: `finance@${county}` }),
  countyEditor: (kind: Kind, county = yumen): Actor => ({ account: `${kind}@${county}` }),
  editor: (kind: Kind, town: string, county = yumen): Actor => ({ account: `${kind}.${town}@${county}` }),
  office: (town: string, county = yumen): Actor => ({ account: `office.${town}@${county}` }),
  clerk: (town: string, county = yumen): Actor => ({ account: `clerk.${town}@${county}` }),
  station: (town: string, county = yumen): Actor => ({ account: `station.${town}@${county}` }),
  helper: (town: string, county = yumen): Actor => ({ account: `helper.${town}@${county}` }),
  volunteer: (town: string, county = yumen): Actor => ({ account: `volunteer.${town}@${county}` }),
  partner: (key: string): Actor => ({ key }),
  /** Anybody by account, with a password of their own. */
  person: (account: string, password?: string): Actor => ({ account, ...(password !== undefined && { password }) }),
};
