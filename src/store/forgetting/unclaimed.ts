import type { Aliases } from '../../domain/mentions.js'
import { addressKey, nameKeys } from '../../domain/names.js'
import { unnamed } from '../../domain/person.js'
import type { Db } from '../tables.js'
import { type Hash, hashFor } from './hashing.js'

/** Enough to tell words apart, and far too little to tell what they were. */
const short = (hash: Hash, word: string): string => hash(`word\n${word}`).slice(0, 6)

type At = { readonly channelId: string; readonly ref: string }

/** Keeps an answer that named nobody who is known, by its words: whoever is introduced later may be among them. */
export const keepUnclaimed = async (
  db: Db,
  workspaceId: string,
  { channelId, ref }: At,
  words: readonly string[],
): Promise<void> => {
  const hash = await hashFor(db, workspaceId)
  await db
    .insertInto('unclaimed')
    .values({
      workspace_id: workspaceId,
      channel_id: channelId,
      ref,
      words: [...new Set(words.map((word) => short(hash, word)))].join(' '),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes out the answers in which any part of a name, or an address, stands; answers where those are. */
export const claim = async (db: Db, workspaceId: string, aliases: Aliases): Promise<readonly At[]> => {
  const hash = await hashFor(db, workspaceId)
  const parts = aliases.names
    .filter((name) => name !== unnamed)
    .flatMap(nameKeys)
    .filter(({ kind }) => kind !== 'initials')
    .map(({ key }) => key.split(' '))
  const ways = aliases.addresses.map((address) => [addressKey(address)])
  const claims = [...parts, ...ways].map((words) => words.map((word) => short(hash, word)))
  const rows = db.selectFrom('unclaimed').selectAll().where('workspace_id', '=', workspaceId)
  const claimed: At[] = []
  for (const { channel_id: channelId, ref, words } of await rows.execute()) {
    const has = new Set(words.split(' '))
    if (!claims.some((all) => all.every((word) => has.has(word)))) continue
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
