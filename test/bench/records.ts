/**
 * Of which records q3, q4 and the insert are asked. Others take their place by a folder with the same files: `index` (what is asked),
 * one for each contestant, and `postgraphile.setup` for what its users write in SQL; their data become a part in `data/fill.ts`.
 */
export * as records from './programmes/index.js';
export * as ofLianxin from './programmes/lianxin.js';
export * as ofLimit from './programmes/limit.js';
export * as ofMercurius from './programmes/mercurius.js';
export * as ofPostgraphile from './programmes/postgraphile.js';
