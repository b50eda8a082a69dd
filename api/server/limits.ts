import type { ApolloServerPlugin } from '@apollo/server';
import type { ValidationRule } from 'graphql';
import type { OperationContext } from './context.js';

/** Rules that a document must pass before any resolver runs. */
export function limitRules(_isProduction: boolean): ValidationRule[] {
  return [];
}

/** Refuses an operation whose cost is over the budget, before any SQL. */
export const limits: ApolloServerPlugin<OperationContext> = {};
