/** Ends the run's PostgreSQL and removes its data. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.lianxinTestDatabase?.stop();
}
