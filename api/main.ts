#!/usr/bin/env node
const oldest = [22, 17] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  process.stderr.write(
    `Lianxin needs Node ${oldest.join('.')} or newer and this is ${process.versions.node}: start it by "npm start" or "npm run lianxin", which bring their own.\n`,
  );
  process.exit(1);
}

const { runCommandLine } = await import('./start/index.js');
await runCommandLine(process.argv.slice(2));
