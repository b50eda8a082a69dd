import { type Facts, type OperationName, operationNames, ownOperations, type Question } from './operations.js';
import { records } from './records.js';

// biome-ignore lint/suspicious/noExplicitAny: answers are read whatever shape they have
export type Shape = any;

/** Sends one body in somebody's name and answers the data. */
export type Ask = (body: object, who: string) => Promise<Shape>;

/** One who is measured: how it is started, how it is asked, and how its answer is read in Lianxin's words. */
export interface Contestant {
  name: string;
  /** The compiled file that serves, or the command line of the product. */
  script: string;
  arguments?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** Whether it asks the copy of the database without row security. */
  isOpen?: boolean;
  /** The operations that it is measured in; all of them when left out. */
  only?: readonly OperationName[];
  /** What must be known before the first question: the cursor of the deep page. */
  prepare?(ask: Ask, facts: Facts): Promise<string>;
  body(operation: OperationName, question: Question, cursor: string): object;
  read(operation: OperationName, data: Shape): unknown;
}

/** Operations that are asked of the copy without row security as well. */
export const alsoOpen: readonly OperationName[] = ['q3', 'q4', 'tree'];

/** What others than Lianxin and the limit are measured in. */
export const operationsOfPeers: readonly OperationName[] = operationNames.filter(
  (name) => !ownOperations.includes(name),
);

/** Whether somebody is measured in an operation. */
export function isIn({ only }: Contestant, operation: OperationName): boolean {
  return only === undefined || only.includes(operation);
}

/** The answer without what no two answers share: ids of new rows, and cursors. */
export function settled(operation: OperationName, value: Shape): unknown {
  return operation === 'insert' ? records.settled(value) : value;
}
