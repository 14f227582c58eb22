import type { Dialect } from './dialect.js'
import { askOn, type Given, KeptQuery } from './kept-query.js'
import type { Db } from './tables.js'

type These = { readonly workspaceId: string; readonly personIds: readonly string[] }

/** Of some people, those about whom a nudge or a question about their role waits for an answer, whoever may see it. */
export const awaitedOf = async (db: Db, dialect: Dialect, these: These): Promise<readonly string[]> => {
  if (these.personIds.length === 0) return []
  const rows = await askOn(db, dialect, awaited, these)
  return [...new Set(rows.map((row) => row.person_id))]
}

const awaited = new KeptQuery((db: Db, { workspaceId, personIds }: Given<These>, dialect: Dialect) => {
  const nudges = db.selectFrom('nudges').select('person_id').where('workspace_id', '=', workspaceId)
  const questions = db
    .selectFrom('role_questions')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('answered_as', 'is', null)
    .where(dialect.oneOf('person_id', personIds))
  return nudges.where('answer', 'is', null).where(dialect.oneOf('person_id', personIds)).unionAll(questions)
})
