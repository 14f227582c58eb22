import Database from 'better-sqlite3'
import { types } from '../../support/doing.js'
import { aTeam } from '../../support/team.js'
import { temporaryDatabase } from '../../support/temporary-database.js'

/** Words that only another workspace knows. */
export const planted = ['zanzibarite', 'quokkaville', 'xylophonist', 'plumbago', 'mxyzptlk'] as const
const [family, company, title, note, question] = planted
const otherId = 'T0OTHERTEAM'

export type SecondWorkspace = { readonly databaseUrl: string; readonly ids: readonly string[] }

/**
 * A database in which another workspace lives already, with the same people in Slack and the same channels as the one that
 * comes: nothing but the workspace's id tells them apart.
 */
export const aSecondWorkspace = async (): Promise<SecondWorkspace> => {
  const databaseUrl = await temporaryDatabase()
  const team = await aTeam({ databaseUrl })
  const { ana, customers, bot } = team
  await types(
    team,
    ana,
    customers,
    `add Frank ${family}, ${title} at ${company} frank@${company}.example`,
    `add Francis Miller, buyer at ${company}`,
    `note frank ${note} #story`,
    `heard frank likes ${note}`,
    `met frank: talked of ${note} "so ${question}"`,
    `promise frank by friday: send ${note}`,
    `ask frank why ${question}?`,
    `date frank 14 march: ${note} day`,
    `situation frank ${note}`,
    `tie frank reports to francis`,
    `find ${note}`,
    `note fra: ${note}`,
  )
  await bot.stop()
  return { databaseUrl, ids: movedAway(databaseUrl.replace(/^file:/, ''), team.slack.teamId) }
}

/** Gives every row to the other workspace; answers all their ids. */
const movedAway = (path: string, from: string): string[] => {
  const file = new Database(path)
  file.pragma('foreign_keys = off')
  const tables = file
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
    .all()
  const ids = new Set<string>([otherId])
  const columnsOf = (name: string): string[] =>
    file
      .prepare<[], { name: string }>(`pragma table_info(${name})`)
      .all()
      .map((column) => column.name)
  for (const { name } of tables) {
    const columns = columnsOf(name)
    if (!columns.includes('workspace_id')) continue
    if (columns.includes('id'))
      for (const { id } of file
        .prepare<[string], { id: string }>(`select id from ${name} where workspace_id = ?`)
        .all(from))
        ids.add(String(id))
    file.prepare(`update ${name} set workspace_id = ? where workspace_id = ?`).run(otherId, from)
  }
  file.close()
  return [...ids]
}
