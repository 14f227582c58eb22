import { types } from '../../support/doing.js'
import { aTeam } from '../../support/team.js'
import { temporaryDatabase } from '../../support/temporary-database.js'
import { giveAllTo } from '../../support/workspace-rows.js'

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
  const ids = await giveAllTo(databaseUrl, team.slack.teamId, otherId)
  return { databaseUrl, ids: [otherId, ...ids] }
}
