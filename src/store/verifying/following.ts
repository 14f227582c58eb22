import { setImmediate as turn } from 'node:timers/promises'
import { groupBy } from '../../domain/group-by.js'
import { cleanString } from '../clean-text.js'
import { backwardsOf, keysFor, standingsOf } from '../derived.js'
import type { Finding, Looked } from './finding.js'
import { everyPresent } from './present.js'

/** Looks whether what follows from people's rows is what would follow now; answers how many people there are. */
export const whatFollows = async (looked: Looked, find: (finding: Finding) => void): Promise<number> => {
  const { db, dialect, workspaceId } = looked
  let people = 0
  for await (const page of everyPresent(looked, 'people')) {
    const ids = page.map(({ id }) => String(id))
    const stored = await db
      .selectFrom('person_keys')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where(dialect.oneOf('person_id', ids))
      .execute()
    const standings = await standingsOf(looked, ids)
    const keys = groupBy(stored, ({ person_id: id }) => id)
    for (const person of page) {
      const id = String(person.id)
      const says = (what: string): void => find({ check: 'derived', table: 'people', id, says: what })
      const wished = keysFor(person).map(({ kind, key }) =>
        [kind, cleanString(key), cleanString(backwardsOf(key))].join(' '),
      )
      const held = (keys.get(id) ?? []).map(({ kind, key, backwards }) => `${kind} ${key} ${backwards}`)
      if (!isSame(wished, held)) says('is not called as their row says')
      if (standings.get(id)?.stands === false) says('does not stand where their contacts and news put them')
    }
    people += page.length
    await turn()
  }
  return people
}

export const isSame = (one: readonly string[], other: readonly string[]): boolean => {
  const all = new Set(one)
  return all.size === new Set(other).size && other.every((each) => all.has(each))
}
