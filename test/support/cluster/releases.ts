import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { migrations } from '../../../src/store/migrations/index.js'
import { buildProgram } from '../process-build.js'

const root = new URL('../../../', import.meta.url).pathname

export const nextMigration = (): string => {
  const known = Object.keys(migrations).at(-1)?.slice(0, 4) ?? ''
  return `9999-fits-${known}-next`
}

/** What a release adds that the one before does not notice: a table, and a column that may be empty. */
const migration = `import { sql } from 'kysely'
export const next = ({ text }) => async (db) => {
  await sql\`create table next_words (workspace_id \${text} not null, id \${text} not null, primary key (workspace_id, id))\`.execute(db)
  await sql\`alter table posts add column next_word \${text}\`.execute(db)
}
`

/** The release after this one, in a folder of its own: the same program, and one more migration. */
export const nextRelease = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'personable-next-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const name of ['src', 'vite.program.config.ts'])
    await cp(join(root, name), join(folder, name), { recursive: true })
  for (const beside of ['package.json', 'node_modules', 'data'])
    await symlink(join(root, beside), join(folder, beside))
  const at = join(folder, 'src/store/migrations')
  await writeFile(join(at, '9999-next.ts'), migration)
  const index = await readFile(join(at, 'index.ts'), 'utf8')
  const imported = `import { next } from './9999-next.js'\n`
  const added = index.replace(
    /(export const migrations[^=]*= \{[^}]*)\}/,
    `$1  '${nextMigration()}': next,\n}`,
  )
  if (added === index) throw new Error('The list of migrations looks otherwise by now')
  await writeFile(join(at, 'index.ts'), imported + added)
  await buildProgram(folder, join(folder, 'dist'))
  return folder
}
