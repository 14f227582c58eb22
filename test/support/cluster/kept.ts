import { v7 as sortableId } from 'uuid'
import { cipherFor } from '../../../src/store/cipher/cipher.js'
import { connect } from '../../../src/store/dialect.js'
import { openStore } from '../../../src/store/open-store.js'
import { encryption, type World } from './world.js'

/** How often each word that was typed once stands in each kind of row, by `KIND WORKSPACE WORD`; and who answered which nudge. */
export type Kept = { readonly words: ReadonlyMap<string, number>; readonly answered: ReadonlySet<string> }

const token = /zq[0-9a-z]{5}/gi

export const keptIn = async (world: World): Promise<Kept> => {
  const { db } = connect(world.databaseUrl, 10_000, cipherFor(encryption), 'read')
  const words = new Map<string, number>()
  const count = (
    kind: string,
    rows: readonly { readonly workspace_id: string; readonly text: string | null }[],
  ) => {
    for (const { workspace_id: id, text } of rows)
      for (const word of new Set((text ?? '').toLowerCase().match(token) ?? [])) {
        const key = `${kind} ${id} ${word}`
        words.set(key, (words.get(key) ?? 0) + 1)
      }
  }
  try {
    count('add', await db.selectFrom('people').select(['workspace_id', 'name as text']).execute())
    count('note', await db.selectFrom('notes').select(['workspace_id', 'text']).execute())
    count('met', await db.selectFrom('interactions').select(['workspace_id', 'text']).execute())
    count('ask', await db.selectFrom('open_questions').select(['workspace_id', 'text']).execute())
    const nudges = await db.selectFrom('nudges').select(['workspace_id', 'id', 'answer']).execute()
    const answered = nudges.flatMap(({ workspace_id, id, answer }) =>
      answer === null ? [] : `${workspace_id} ${id}`,
    )
    return { words, answered: new Set(answered) }
  } finally {
    await db.destroy()
  }
}

/** What `npm run verify` finds. */
export const findingsIn = async (world: World): Promise<readonly unknown[]> => {
  const store = await openStore(world.databaseUrl, { newId: sortableId, encryption })
  const { findings } = await store.verify()
  await store.close()
  return findings
}
