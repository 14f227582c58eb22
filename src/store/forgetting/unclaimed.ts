import type { Aliases } from '../../domain/mentions.js'
import { addressKey, fold, nameKeys } from '../../domain/names.js'
import { unnamed } from '../../domain/person.js'
import type { Db } from '../tables.js'
import { type Hash, hashFor } from './hashing.js'

/** Enough to tell words apart, and far too little to tell what they were. */
const short = (hash: Hash, word: string): string => hash(`word\n${word}`).slice(0, 6)

type At = { readonly channelId: string; readonly ref: string }

/** Keeps an answer by its words: whoever is introduced later may be among them. */
export const keepUnclaimed = async (
  db: Db,
  workspaceId: string,
  { channelId, ref }: At,
  words: readonly string[],
): Promise<void> => {
  const hash = await hashFor(db, workspaceId)
  const at = { workspace_id: workspaceId, channel_id: channelId, ref }
  const before = await db
    .selectFrom('unclaimed')
    .select('words')
    .where('workspace_id', '=', workspaceId)
    .where('channel_id', '=', channelId)
    .where('ref', '=', ref)
    .executeTakeFirst()
  // A message that says something new now and then may still say what it said before.
  const all = new Set([
    ...(before?.words ?? '').split(' ').filter(Boolean),
    ...words.map((word) => short(hash, word)),
  ])
  const kept = [...all].join(' ')
  await db
    .insertInto('unclaimed')
    .values({ ...at, words: kept })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'channel_id', 'ref']).doUpdateSet({ words: kept }),
    )
    .execute()
}

/**
 * Takes out the answers in which any part of a name, or an address, stands; answers where those are. Of an answer that
 * named others who were known, a part may be theirs: there it takes the whole name.
 */
export const claim = async (db: Db, workspaceId: string, aliases: Aliases): Promise<readonly At[]> => {
  const hash = await hashFor(db, workspaceId)
  const parts = aliases.names
    .filter((name) => name !== unnamed)
    .flatMap(nameKeys)
    .filter(({ kind }) => kind !== 'initials')
    .map(({ key }) => key.split(' '))
  const wholes = aliases.names.filter((name) => name !== unnamed).map((name) => fold(name).split(' '))
  const ways = aliases.addresses.map((address) => [addressKey(address)])
  const hashed = (all: readonly string[][]) => all.map((words) => words.map((word) => short(hash, word)))
  const [claims, claimsBeside] = [hashed([...parts, ...ways]), hashed([...wholes, ...ways])]
  const beside = await namingOthers(db, workspaceId)
  const rows = db.selectFrom('unclaimed').selectAll().where('workspace_id', '=', workspaceId)
  const claimed: At[] = []
  for (const { channel_id: channelId, ref, words } of await rows.execute()) {
    const has = new Set(words.split(' '))
    const fitting = beside.has(`${channelId} ${ref}`) ? claimsBeside : claims
    if (!fitting.some((all) => all.every((word) => has.has(word)))) continue
    claimed.push({ channelId, ref })
    await db
      .deleteFrom('unclaimed')
      .where('workspace_id', '=', workspaceId)
      .where('channel_id', '=', channelId)
      .where('ref', '=', ref)
      .execute()
  }
  return claimed
}

const namingOthers = async (db: Db, workspaceId: string): Promise<ReadonlySet<string>> => {
  const told = db.selectFrom('told').select(['channel_id', 'ref']).distinct()
  const rows = await told.where('workspace_id', '=', workspaceId).where('kind', '=', 'message').execute()
  return new Set(rows.map(({ channel_id: channelId, ref }) => `${channelId} ${ref}`))
}
