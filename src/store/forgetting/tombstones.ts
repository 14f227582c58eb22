import type { KnownForgotten, Tombstones } from '../../app/ports/forgetting.js'
import type { Aliases } from '../../domain/mentions.js'
import { addressKey, fold } from '../../domain/names.js'
import { unnamed } from '../../domain/person.js'
import type { Dialect } from '../dialect.js'
import type { Db } from '../tables.js'
import { hashFor, hashOf } from './hashing.js'

/** What is hashed: the kind keeps a name that looks like an address from being taken for one. */
const nameMark = (name: string): string => `name\n${fold(name)}`
const addressMarks = ({ addresses, slackUserIds }: Pick<Aliases, 'addresses' | 'slackUserIds'>): string[] => [
  ...addresses.map((address) => `address\n${addressKey(address)}`),
  ...slackUserIds.map((id) => `slack\n${id}`),
]

/** Somebody's record in a source whose records are the workspace's: what it says of them names nobody. */
type SourceRecord = { readonly source: string; readonly key: string }
const recordMark = ({ source, key }: SourceRecord): string => `record\n${source}\n${key}`

export const recordsOf = (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly SourceRecord[]> =>
  db
    .selectFrom('sightings')
    .select(['source', 'source_key as key'])
    .where('workspace_id', '=', workspaceId)
    .where('source', 'in', ['hubspot', 'salesforce'])
    .where(dialect.oneOf('person_id', ids))
    .execute()

/** So that the next import knows them: keyed hashes of every name and address, which say nothing to who reads them. */
export const putTombstones = async (
  db: Db,
  workspaceId: string,
  aliases: Aliases,
  records: readonly SourceRecord[],
): Promise<void> => {
  const names = aliases.names.filter((name) => name !== unnamed)
  const marks = [...new Set([...names.map(nameMark), ...addressMarks(aliases), ...records.map(recordMark)])]
  if (marks.length === 0) return
  const hash = await hashFor(db, workspaceId)
  await db
    .insertInto('tombstones')
    .values(marks.map((mark) => ({ workspace_id: workspaceId, hash: hash(mark) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export class TombstoneStore implements Tombstones {
  readonly #db: Db
  readonly #dialect: Dialect
  readonly #workspaceId: string
  constructor(db: Db, dialect: Dialect, workspaceId: string) {
    this.#db = db
    this.#dialect = dialect
    this.#workspaceId = workspaceId
  }

  async any(): Promise<boolean> {
    return (await hashOf(this.#db, this.#workspaceId)) !== null
  }

  async knows(them: Parameters<Tombstones['knows']>[0]): Promise<KnownForgotten> {
    const hash = await hashOf(this.#db, this.#workspaceId)
    // Nobody was ever forgotten here.
    if (hash === null) return null
    const { name, addresses, slackUserId, record = null } = them
    const slackUserIds = slackUserId === null ? [] : [slackUserId]
    const records = record === null ? [] : [recordMark(record)]
    const marks = [...addressMarks({ addresses, slackUserIds }), ...records]
    if (await this.#hasAny(marks.map(hash))) return 'address'
    return (await this.#hasAny([hash(nameMark(name))])) ? 'name' : null
  }

  async #hasAny(hashes: readonly string[]): Promise<boolean> {
    const kept = this.#db
      .selectFrom('tombstones')
      .select('hash')
      .where('workspace_id', '=', this.#workspaceId)
    const found = await kept.where(this.#dialect.oneOf('hash', hashes)).limit(1).executeTakeFirst()
    return found !== undefined
  }
}
