// Compiles the simulation of scale with all that it needs, since Node 20 runs no TypeScript, and runs it.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'personable-scale-'))
const compiled = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'test/scale'), '--outDir', folder],
  { stdio: 'inherit' },
)
for (const beside of ['package.json', 'node_modules', 'data', 'manifest.yml'])
  symlinkSync(join(root, beside), join(folder, beside))
const main = join(folder, 'test/scale/main.js')
const run = spawn(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => run.kill(signal))
run.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = compiled.status === 0 ? (code ?? 1) : 1
})
