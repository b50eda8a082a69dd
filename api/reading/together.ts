/** Whatever keeps values for the length of one operation. */
export interface Operation {
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
}

/**
 * Looks a key up together with every other key that the rows of the same list ask for: one statement instead of one a row.
 * `load` answers by key; a key that it leaves out is answered undefined.
 */
export async function together<V>(
  operation: Operation,
  name: string,
  key: string,
  load: (keys: string[]) => Promise<Map<string, V>>,
): Promise<V | undefined> {
  const queue = await operation.once(`together ${name}`, async () => new Queue<V>());
  return queue.ask(key, load);
}

class Queue<V> {
  private waiting: Promise<Map<string, V>> | null = null;
  private keys = new Set<string>();

  async ask(key: string, load: (keys: string[]) => Promise<Map<string, V>>): Promise<V | undefined> {
    this.keys.add(key);
    this.waiting ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      const keys = [...this.keys];
      this.keys = new Set();
      this.waiting = null;
      return load(keys);
    });
    return (await this.waiting).get(key);
  }
}
