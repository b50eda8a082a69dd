import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';

const byCode = 'query ($code: String!) { stations(where: {code: {in: [$code]}}) { nodes { id name version } } }';

/** A station of Yumen as it is now, by its code. */
export async function stationOf(code: string): Promise<{ id: string; name: string; version: number }> {
  const { stations } = await data(actors.admin(), byCode, { code });
  return stations.nodes[0];
}

/** Its id. */
export async function idOf(code: string): Promise<string> {
  return (await stationOf(code)).id;
}
