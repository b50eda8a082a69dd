#!/usr/bin/env node
const oldest = [22, 17] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  const found = `Lianxin needs Node ${oldest.join('.')} or newer and this is ${process.versions.node}`;
  refuse(`${found}: start it by "npm start" or "npm run lianxin", which bring their own.`);
}

const { runCommandLine } = await import('./start/index.js').catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  const missing = /Cannot find (?:package|module) '([^']+)'/.exec(error.message)?.[1] ?? 'a package';
  return refuse(`${missing} is missing: run "npm ci" and start again.`);
});
await runCommandLine(process.argv.slice(2));
