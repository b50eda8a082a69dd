import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const built = fileURLToPath(new URL('../dist/console', import.meta.url));
const API = process.env.API ?? 'http://127.0.0.1:4000';

/** The console's build: one shell, each page and the tree in chunks of their own, no source maps, nothing inlined. */
export default defineConfig({
  root: here,
  base: './',
  define: { __VERSION__: JSON.stringify(versionOf()) },
  build: {
    outDir: built,
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
  plugins: [compressed()],
  server: {
    port: 5173,
    proxy: {
      '/graphql': API,
      '/exports': API,
      '^/imports(\\?|/template|/[0-9a-f-]{36}/)': API,
      '^/report-forms/': API,
    },
  },
});

/** Writes each asset compressed beside itself, once at the build, so that a slow line gets a third of the bytes and no request pays for it. */
function compressed(): Plugin {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return {
    name: 'lianxin-compressed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(join(built, 'assets'))) {
        const path = join(built, 'assets', name);
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const bytes = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, quality));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

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
