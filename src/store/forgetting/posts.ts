import { sql } from 'kysely'
import type { Notice } from '../../domain/nudge.js'
import { json } from '../codec.js'
import type { Dialect } from '../dialect.js'
import { noticeIn } from '../notice-store.js'
import type { PostRow } from '../post-tables.js'
import type { Db } from '../tables.js'

/**
 * Takes people out of the outbox; answers how many nudges there were. What stands in Slack, or may stand there, keeps
 * its post, which says nothing of them: the outbox finds it, and takes it away or puts it right.
 */
export const forgetPosts = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  ids: readonly string[],
): Promise<number> => {
  for (const table of ['nudge_reasons'] as const)
    await db
      .deleteFrom(table)
      .where('workspace_id', '=', workspaceId)
      .where(dialect.oneOf('person_id', ids))
      .execute()
  const nudges = await db
    .deleteFrom('nudges')
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('person_id', ids))
    .returning('post_id')
    .execute()
  for (const id of new Set(nudges.map((nudge) => nudge.post_id))) await emptied(db, workspaceId, id)
  for (const { id, notice } of await tellingOfPeople(db, workspaceId))
    if (isOf(notice, ids)) await untold(db, workspaceId, id, without(notice, ids))
  return nudges.length
}

/** What a post shows of these people may name whoever is forgotten: it is put right. */
export const noLongerShown = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  personIds: readonly string[],
): Promise<void> => {
  if (personIds.length === 0) return
  const nudges = await db
    .selectFrom('nudges')
    .select('post_id')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('person_id', personIds))
    .execute()
  const notices = (await tellingOfPeople(db, workspaceId)).filter(({ notice }) => isOf(notice, personIds))
  for (const id of [...nudges.map((nudge) => nudge.post_id), ...notices.map((notice) => notice.id)])
    await putRight(db, workspaceId, id)
}

/**
 * A post that tells of a claim in which whoever is forgotten was named is put right; and so is one of words that a claim has
 * no more, since nobody knows whether they did. `sketchIds`: sketches and claims that named them.
 */
export const claimsNoLongerShown = async (
  db: Db,
  workspaceId: string,
  sketchIds: readonly string[],
): Promise<void> => {
  const claims = await db
    .selectFrom('persona_claims')
    .select(['id', 'persona_id', 'wording'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  const known = new Map(claims.map((claim) => [claim.id, claim]))
  const told = await db
    .selectFrom('posts')
    .select(['id', 'about'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'contradicted')
    .execute()
  for (const { id, about } of told) {
    const notice = about === null ? null : noticeIn(about)
    if (notice?.kind !== 'contradicted') continue
    const claim = known.get(notice.claimId)
    const isSame = claim?.wording === notice.wording
    const isClean = isSame && !sketchIds.includes(claim.id) && !sketchIds.includes(claim.persona_id)
    if (!isClean) await putRight(db, workspaceId, id)
  }
}

type OfPeople = Extract<Notice, { kind: 'hand-over' | 'week' }>

const isOf = (notice: OfPeople, ids: readonly string[]): boolean =>
  notice.kind === 'week'
    ? notice.people.some((personId) => ids.includes(personId))
    : ids.includes(notice.personId)

const without = (notice: OfPeople, ids: readonly string[]): OfPeople =>
  notice.kind === 'week'
    ? { ...notice, people: notice.people.filter((personId) => !ids.includes(personId)) }
    : { ...notice, personId: '' }

const tellingOfPeople = async (
  db: Db,
  workspaceId: string,
): Promise<readonly { readonly id: string; readonly notice: OfPeople }[]> => {
  const rows = await db
    .selectFrom('posts')
    .select(['id', 'about'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', 'in', ['hand-over', 'week'])
    .execute()
  return rows.flatMap(({ id, about }) => {
    const notice = about === null ? null : noticeIn(about)
    return notice?.kind === 'hand-over' || notice?.kind === 'week' ? [{ id, notice }] : []
  })
}

const onePost = (db: Db, workspaceId: string, id: string) =>
  db
    .selectFrom('posts')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Nobody has begun to send it: whoever has claimed it finds that it is theirs no more. */
const isUnsent = ({ attempts, state }: PostRow): boolean => attempts === 0 && state !== 'sent'

/** A post that may have lost its last nudge. */
const emptied = async (db: Db, workspaceId: string, id: string): Promise<void> => {
  const post = await onePost(db, workspaceId, id)
  const left = db
    .selectFrom('nudges')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('post_id', '=', id)
  const isEmpty = (await left.limit(1).executeTakeFirst()) === undefined
  if (post !== undefined && isEmpty && isUnsent(post)) await remove(db, workspaceId, id)
  else await putRight(db, workspaceId, id)
}

/** A card in the DM of whoever was handed them, or a week that tells of others too. */
const untold = async (db: Db, workspaceId: string, id: string, notice: OfPeople): Promise<void> => {
  const post = await onePost(db, workspaceId, id)
  const isEmpty = notice.kind !== 'week' || notice.people.length === 0
  if (post !== undefined && isEmpty && isUnsent(post)) return remove(db, workspaceId, id)
  await db
    .updateTable('posts')
    .set({ about: json(notice) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  await putRight(db, workspaceId, id)
}

const remove = async (db: Db, workspaceId: string, id: string): Promise<void> => {
  await db.deleteFrom('posts').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

const putRight = async (db: Db, workspaceId: string, id: string): Promise<void> => {
  const post = () => db.updateTable('posts').where('workspace_id', '=', workspaceId).where('id', '=', id)
  await post().set({ version: sql<number>`version + 1`, names_forgotten: 1 }).execute()
  // Whoever composed it before may not send it: it is composed anew.
  await post()
    .set({ state: 'planned', claimed_by: null, claimed_until: null })
    .where('state', '=', 'claimed')
    .where('attempts', '=', 0)
    .execute()
  // Given up, and perhaps in Slack all the same: it is looked for once more.
  await post()
    .set({ state: 'uncertain', looks: 0, not_before: null, failed_why: null })
    .where('state', '=', 'failed')
    .where('attempts', '>', 0)
    .execute()
}
