import {
  GraphQLBoolean,
  type GraphQLCompositeType,
  GraphQLNonNull,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Random } from './random.js';
import type { Pick, Scope } from './selection.js';
import type { Variables } from './variables.js';

type Node = Scope['picks'][number];

/**
 * Lays a selection out as a document: fields in any order, one field asked in parts that execution merges again, inline and
 * named fragments on the type, its interfaces and its kinds, and directives.
 */
export class Layout {
  readonly fragments: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly variables: Variables,
    /** How many directives and further aliases may still be written. */
    private readonly left: { directives: number; aliases: number },
    private readonly prefix: string,
    /** How often a field goes into a fragment. */
    private readonly share: number,
  ) {}

  /** `{ … }` */
  set(scope: Scope): string {
    const { random } = this;
    const nodes = scope.picks.flatMap((node) => this.parts(scope, node));
    const queue = random.chance(0.3) ? random.shuffled(nodes) : nodes;
    const isHidden = this.share > 0 && random.chance(0.012) && queue.length <= this.left.directives;
    if (isHidden) this.left.directives -= queue.length;
    const texts: string[] = [];
    for (let at = 0; at < queue.length; ) {
      const run = isHidden ? queue.slice(at, at + 1) : this.run(scope, queue, at);
      const body = run.map(({ pick }) => this.field(pick, isHidden ? ' @skip(if: true)' : this.directive(0.03)));
      const isPlain = run[0]?.on === scope.type && (isHidden || run.length === 1) && !random.chance(this.share);
      texts.push(isPlain ? body.join(' ') : this.fragment(scope, run, body.join(' ')));
      at += run.length;
    }
    if (this.share > 0 && random.chance(0.03)) texts.push(this.neverFits(scope));
    return `{ ${texts.filter(Boolean).join(' ')} }`;
  }

  /** One field as one node, or as two whose sub-selections are merged. */
  private parts(scope: Scope, node: Node): Node[] {
    const { random } = this;
    const { pick } = node;
    const isAliased = pick.key !== pick.name;
    if (this.share === 0 || !random.chance(0.1) || (isAliased && this.left.aliases < 1)) return [node];
    if (isAliased) this.left.aliases -= 1;
    if (!pick.sub) return [node, node];
    const { picks, type } = pick.sub;
    if (picks.length < 2) return [node];
    const cut = 1 + random.int(picks.length - 1);
    const again = picks.slice(0, cut).filter((p) => !p.pick.sub && p.pick.key === p.pick.name && random.chance(0.5));
    const halves = [picks.slice(0, cut), [...again, ...picks.slice(cut)]];
    const kinds = isAbstractType(scope.type) && node.on === scope.type ? this.schema.getPossibleTypes(scope.type) : [];
    const then = kinds.length > 0 && random.chance(0.4) ? random.pick(kinds) : node.on;
    return halves.map((half, index) => ({
      on: index === 0 ? node.on : then,
      pick: { ...pick, sub: { type, picks: half } },
    }));
  }

  /** Nodes from `at` on that stand on one type, to share a fragment. */
  private run(scope: Scope, queue: readonly Node[], at: number): Node[] {
    const [first] = queue.slice(at, at + 1);
    if (!first || (first.on === scope.type && !this.random.chance(this.share))) return queue.slice(at, at + 1);
    let end = at + 1;
    while (queue[end]?.on === first.on && this.random.chance(0.6)) end += 1;
    return queue.slice(at, end);
  }

  private field({ key, name, args, sub }: Pick, directive: string): string {
    const named = key === name ? name : `${key}: ${name}`;
    return `${named}${args}${directive}${sub ? ` ${this.set(sub)}` : ''}`;
  }

  private fragment(scope: Scope, run: readonly Node[], body: string): string {
    const { random } = this;
    const on = run[0]?.on ?? scope.type;
    const wider = interfacesOf(on);
    const hasAll = (type: GraphQLCompositeType): boolean =>
      run.every(({ pick }) => pick.name === '__typename' || (!isUnionType(type) && pick.name in type.getFields()));
    if (wider.length > 0 && random.chance(0.15)) {
      return this.spread(random.pick(wider), `${this.spread(on, body)}`);
    }
    const conditions = [on, on, ...wider.filter(hasAll)];
    // Within an interface, a wider one would answer for every kind.
    const exact = on === scope.type ? conditions : [on];
    if (on === scope.type && random.chance(0.3)) return `...${this.directive(0.3)} { ${body} }`;
    return this.spread(random.pick(exact), body);
  }

  private spread(type: GraphQLCompositeType, body: string): string {
    if (!this.random.chance(0.4)) return `... on ${type.name}${this.directive(0.1)} { ${body} }`;
    const name = `${this.prefix}${this.fragments.length + 1}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${body} }`);
    const again = this.random.chance(0.1) ? ` ...${name}` : '';
    return `...${name}${this.directive(0.1)}${again}`;
  }

  /** A fragment that is valid and applies to nothing here: by way of an interface, on a type that cannot stand here. */
  private neverFits(scope: Scope): string {
    const [wide] = interfacesOf(scope.type).filter(({ name }) => name === 'Node');
    const isTaken = scope.picks.some(({ pick }) => pick.key === 'id' && pick.name !== 'id');
    if (!isAbstractType(wide) || isTaken) return '';
    const kinds = this.schema.getPossibleTypes(wide).filter((type) => type !== scope.type);
    return `... on Node { ... on ${this.random.pick(kinds).name} { id __typename } }`;
  }

  private directive(share: number): string {
    const { random } = this;
    if (this.share === 0 || this.left.directives < 1 || !random.chance(share)) return '';
    this.left.directives -= 1;
    const [name, isShown] = random.pick([
      ['include', true],
      ['skip', false],
    ] as const);
    const value = random.chance(0.7) ? isShown : !isShown;
    return ` @${name}(if: ${this.variables.write(new GraphQLNonNull(GraphQLBoolean), value)})`;
  }
}

function interfacesOf(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  return isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
}
