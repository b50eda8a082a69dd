export { OperationContext } from './context.js';
export { buildServer, type ServerOptions } from './server.js';
