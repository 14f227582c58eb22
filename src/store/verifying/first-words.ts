import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import { firstWord } from '../first-words.js'
import { everyKey } from './every-key.js'
import type { Finding, Looked } from './finding.js'

/** Holds the words by which a text is looked through for people against what they are called by. */
export const firstWordsAgainstKeys = async (
  looked: Looked,
  find: (finding: Finding) => void,
): Promise<void> => {
  const { db, workspaceId, dialect } = looked
  const { firstOf, isPlain } = dialect.firstWords
  const rows = await db
    .selectFrom('first_words')
    .select('word')
    .where('workspace_id', '=', workspaceId)
    .execute()
  const there = new Set(rows.map(({ word }) => word))
  const wished = new Set<string>()
  for await (const keys of everyKey(looked, isPlain(firstOf(sql`k.key`)))) {
    for (const key of keys) wished.add(firstWord(key))
    await turn()
  }
  const says = (what: string): void => find({ check: 'derived', table: 'first_words', id: null, says: what })
  const missing = [...wished].filter((word) => !there.has(word)).length
  if (missing > 0) says(`lack ${missing} of ${wished.size} words that begin what people are called by`)
  const more = [...there].filter((word) => !wished.has(word)).length
  if (more > 0) says(`have ${more} words that begin nothing that anybody is called by`)
}
