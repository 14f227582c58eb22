import { type Needle, names } from '../../domain/mentions.js'
import type { Dialect } from '../dialect.js'
import type { Db } from '../tables.js'

/**
 * What a source said of them and waits, or is held, goes too; before their sightings and keys do, by which it is known to be
 * theirs.
 */
export const forgetSourceWords = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  { ids, needles }: { readonly ids: readonly string[]; readonly needles: readonly Needle[] },
): Promise<void> => {
  const words = db
    .selectFrom('source_words')
    .select(['id', 'source', 'word_key', 'name', 'addresses', 'title', 'company'])
    .where('workspace_id', '=', workspaceId)
  const sighted = await db
    .selectFrom('sightings')
    .select(['source', 'source_key as key'])
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('person_id', ids))
    .execute()
  const called = await db
    .selectFrom('person_keys')
    .select('key')
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('person_id', ids))
    .where('kind', 'in', ['address', 'slack', 'full'])
    .execute()
  const records = new Set(sighted.map(({ source, key }) => `${source} ${key}`))
  const keys = new Set(called.map(({ key }) => key))
  const gone: string[] = []
  for (const { id, source, word_key: key, ...said } of await words.execute()) {
    const isTheirs = records.has(`${source} ${key}`) || (source !== 'hubspot' && keys.has(key))
    if (isTheirs || names(JSON.stringify([key, ...Object.values(said)]), needles)) gone.push(id)
  }
  await db
    .deleteFrom('source_words')
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('id', gone))
    .execute()
}
