export { OperationContext } from './context.js';
export { drain } from './health.js';
export type { ServerOptions } from './options.js';
export { buildServer } from './server.js';
