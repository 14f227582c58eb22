import { setImmediate as turn } from 'node:timers/promises'
import { count } from '../codec.js'
import { isSpelled, leftOut, mostLeftOut } from '../spelling.js'
import { everyKey } from './every-key.js'
import type { Finding, Looked } from './finding.js'

/** Holds the spellings by which misspelt names are found against the names that people have. */
export const spellingsAgainstNames = async (
  looked: Looked,
  find: (finding: Finding) => void,
): Promise<void> => {
  let wished = 0
  let missing = 0
  for await (const names of everyKey(looked, isSpelled('k'))) {
    const rows = names.flatMap((key) => leftOut(key, mostLeftOut).map((way) => ({ way, key })))
    const there = await spelledAs(
      looked,
      rows.map(({ way }) => way),
    )
    wished += rows.length
    missing += rows.filter(({ way, key }) => !there.has(`${way} ${key}`)).length
    await turn()
  }
  const says = (what: string): void =>
    find({ check: 'derived', table: 'name_spellings', id: null, says: what })
  if (missing > 0) says(`lack ${missing} of ${wished} ways in which names are found`)
  const { db, workspaceId } = looked
  const { rows } = await db
    .selectFrom('name_spellings')
    .select((eb) => eb.fn.countAll().as('rows'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const more = count(rows) - (wished - missing)
  if (more > 0) says(`have ${more} ways in which nobody is called`)
}

const spelledAs = async (
  { db, dialect, workspaceId }: Looked,
  ways: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('name_spellings')
    .select(['left_out', 'key'])
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('left_out', [...new Set(ways)]))
    .execute()
  return new Set(rows.map(({ left_out, key }) => `${left_out} ${key}`))
}
