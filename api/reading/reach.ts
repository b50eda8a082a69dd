/** The stations that something reaches: the whole county, or a set of station ids. */
export type Reach = '*' | ReadonlySet<string>;

/** Whether a reach contains anything at all. */
export function isNowhere(reach: Reach): boolean {
  return reach !== '*' && reach.size === 0;
}
