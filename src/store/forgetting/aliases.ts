import type { Aliases } from '../../domain/mentions.js'
import { addressKey } from '../../domain/names.js'
import { keyOf } from '../derived.js'
import type { Dialect } from '../dialect.js'
import type { Db } from '../tables.js'

/** A person, and those who were merged into them and stand in the journal alone. */
export const oneAndMerged = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  personId: string,
): Promise<readonly string[]> => {
  const ids = new Set([personId])
  for (let last: readonly string[] = [personId]; last.length > 0; ) {
    const rows = await db
      .selectFrom('merges')
      .select('merged_id')
      .where('workspace_id', '=', workspaceId)
      .where(dialect.oneOf('person_id', last))
      .execute()
    last = rows.map(({ merged_id: id }) => id).filter((id) => !ids.has(id))
    for (const id of last) ids.add(id)
  }
  return [...ids]
}

/**
 * Whatever they are called, and were ever called as far as the journal knows. An address that somebody else has is
 * theirs: they share it, or had been taken for the same person.
 */
export const aliasesOf = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  ids: readonly string[],
): Promise<Aliases> => {
  const present = await db
    .selectFrom('people')
    .select(['name', 'addresses', 'slack_user_id'])
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('id', ids))
    .execute()
  const past = await db
    .selectFrom('changes')
    .select(['row_before', 'row_after'])
    .where('workspace_id', '=', workspaceId)
    .where('table_name', '=', 'people')
    .where(dialect.oneOf('row_id', ids))
    .execute()
  const images: readonly Partial<(typeof present)[number]>[] = [
    ...present,
    ...past
      .flatMap(({ row_before, row_after }) => [row_before, row_after])
      .map((row) => JSON.parse(row ?? '{}')),
  ]
  const addresses = each(images.flatMap((image): string[] => JSON.parse(image.addresses ?? '[]')))
  const slackUserIds = each(images.map(({ slack_user_id: id }) => id))
  const keys = [...addresses.map((address) => keyOf(addressKey(address))), ...slackUserIds]
  const others = await keysOfOthers(db, dialect, workspaceId, ids, keys)
  return {
    names: each(images.map(({ name }) => name)),
    addresses: addresses.filter((address) => !others.has(keyOf(addressKey(address)))),
    slackUserIds: slackUserIds.filter((id) => !others.has(id)),
  }
}

/** Those of these keys by which somebody else is reached. */
const keysOfOthers = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  ids: readonly string[],
  keys: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('person_keys')
    .select('key')
    .where('workspace_id', '=', workspaceId)
    .where('kind', 'in', ['address', 'slack'])
    .where(dialect.oneOf('key', keys))
    .where(({ not }) => not(dialect.oneOf('person_id', ids)))
    .execute()
  return new Set(rows.map(({ key }) => key))
}

const each = (texts: readonly (string | null | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => text ?? [])),
]
