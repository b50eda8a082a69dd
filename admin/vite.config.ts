import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const API = process.env.API ?? 'http://127.0.0.1:4000';

/** The console's build: one shell, each page and the tree in chunks of their own, no source maps, nothing inlined. */
export default defineConfig({
  root: here,
  base: './',
  define: { __VERSION__: JSON.stringify(versionOf()) },
  build: {
    outDir: fileURLToPath(new URL('../dist/console', import.meta.url)),
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: { port: 5173, proxy: { '/graphql': API } },
});

function versionOf(): string {
  const { version } = JSON.parse(readFileSync(`${here}../package.json`, 'utf8')) as { version: string };
  try {
    const build = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: here,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return `${version} (${build.toString().trim()})`;
  } catch {
    return version;
  }
}
