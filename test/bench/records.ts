/**
 * Of which records q3, q4 and the insert are asked. Others take their place by a folder with the same files: `index` (what is asked),
 * one for each contestant, and `postgraphile.setup` for what its users write in SQL; their data become a part in `data/fill.ts`.
 */
export * as records from './register/index.js';
export * as ofLianxin from './register/lianxin.js';
export * as ofLimit from './register/limit.js';
export * as ofMercurius from './register/mercurius.js';
export * as ofPostgraphile from './register/postgraphile.js';
