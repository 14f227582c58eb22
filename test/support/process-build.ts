import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with the program in `dist/`, as `npm ci` makes it, beside what it needs. */
    productFolder: string
  }
}

const root = new URL('../../', import.meta.url).pathname

/** Puts the program of the sources in a folder together, in its `dist/` or elsewhere. Types are checked by others. */
export const buildProgram = async (sources: string, dist: string): Promise<void> => {
  const config = join(sources, 'vite.program.config.ts')
  const build = ['build', sources, '--config', config, '--outDir', dist]
  await promisify(execFile)(join(root, 'node_modules/.bin/vite'), build, { env: { PATH: process.env.PATH } })
}

/**
 * Builds the program once for a whole run of the tests, as the sources are now. It goes to a folder of its own,
 * so that no stale `dist/` is tested, and none that somebody runs is replaced.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'personable-dist-'))
  await buildProgram(root, join(folder, 'dist'))
  for (const beside of ['package.json', 'node_modules', 'data'])
    await symlink(join(root, beside), join(folder, beside))
  project.provide('productFolder', folder)
  return () => rm(folder, { recursive: true, force: true })
}
