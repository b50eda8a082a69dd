const hours = 8;

/** An instant in UTC as the clock in Shanghai shows it, which keeps no summer time: `2020-03-23 16:00:00`. */
export function inShanghai(instant: string | Date): string {
  const at = new Date(instant).getTime() + hours * 3_600_000;
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
