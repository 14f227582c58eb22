import { createHmac, randomBytes } from 'node:crypto'
import type { Db } from '../tables.js'

/** A keyed hash, base64: it can be compared, and says nothing to who reads it. */
export type Hash = (text: string) => string

const secretName = 'hashing'

const hashWith =
  (secret: string): Hash =>
  (text) =>
    createHmac('sha256', Buffer.from(secret, 'base64')).update(text).digest('base64')

/** With the key of a workspace; null while nothing was ever hashed there. */
export const hashOf = async (db: Db, workspaceId: string): Promise<Hash | null> => {
  const kept = db.selectFrom('secrets').select('value').where('workspace_id', '=', workspaceId)
  const secret = await kept.where('name', '=', secretName).executeTakeFirst()
  return secret === undefined ? null : hashWith(secret.value)
}

/** The same, where a key is made when there is none: random, and nowhere but in this table. */
export const hashFor = async (db: Db, workspaceId: string): Promise<Hash> => {
  const known = await hashOf(db, workspaceId)
  if (known !== null) return known
  await db
    .insertInto('secrets')
    .values({ workspace_id: workspaceId, name: secretName, value: randomBytes(32).toString('base64') })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await hashOf(db, workspaceId)) ?? hashFor(db, workspaceId)
}
