import { unnamed } from '../../domain/person.js'
import type { Dialect } from '../dialect.js'
import type { Db } from '../tables.js'

/**
 * Whoever was made offstage in the place that these people left, where nobody has found out who that is: all that is known
 * of them is the role of who left.
 */
export const placesKeptFor = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const departures = await db
    .selectFrom('changes as news')
    .innerJoin('changes as made', (join) =>
      join
        .onRef('made.workspace_id', '=', 'news.workspace_id')
        .onRef('made.act_seq', '=', 'news.act_seq')
        .on('made.table_name', '=', 'people')
        .on('made.row_before', 'is', null),
    )
    .innerJoin('people as someone', (join) =>
      join
        .onRef('someone.workspace_id', '=', 'made.workspace_id')
        .onRef('someone.id', '=', 'made.row_id')
        .on('someone.name', '=', unnamed),
    )
    .select(['someone.id', 'made.act_seq'])
    .distinct()
    .where('news.workspace_id', '=', workspaceId)
    .where('news.table_name', '=', 'news')
    .where('news.row_before', 'is', null)
    .where(dialect.oneOf('news.person_id', ids))
    .where(({ not }) => not(dialect.oneOf('someone.id', ids)))
    .execute()
  const untouched: string[] = []
  for (const { id, act_seq: seq } of departures) {
    const later = await db
      .selectFrom('changes')
      .select('row_id')
      .where('workspace_id', '=', workspaceId)
      .where('person_id', '=', id)
      .where('act_seq', '<>', seq)
      .limit(1)
      .executeTakeFirst()
    const tie = await db
      .selectFrom('ties')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('other_id', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (later === undefined && tie === undefined) untouched.push(id)
  }
  return untouched
}
