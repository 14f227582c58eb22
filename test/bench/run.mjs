// npm run bench -- [--quick] [--people 1000,1000000] [--only find,note] [--out FOLDER]
// Compiles the program and its benchmark as the sources are now, apart from `dist/`, and runs them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'personable-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const compile = [
  ...['-p', join(root, 'tsconfig.json'), '--noEmit', 'false', '--outDir', folder, '--rootDir', root],
  ...['--sourceMap', '--declaration', 'false'],
]
spawnSync(join(root, 'node_modules/.bin/tsc'), compile, { stdio: 'ignore' })
for (const beside of ['package.json', 'node_modules', 'data'])
  symlinkSync(join(root, beside), join(folder, beside))
const ran = spawnSync(process.execPath, [join(folder, 'test/bench/main.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, BENCH_ROOT: root },
})
process.exit(ran.status ?? 1)
