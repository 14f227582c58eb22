import { whoAsks } from '../../app/asker.js'
import { type Answer, nothing, reply } from '../answer.js'
import type { Bot } from '../conversation/bot.js'
import type { Dropped } from '../incoming.js'
import { notReadView, oneAtATimeView } from '../views/imports/file-trouble-view.js'

/** Files dropped in the DM: the first is read and offered. Whoever is no teammate is not answered at all. */
export const onDropped =
  (bot: Bot) =>
  async ({ workspaceId, teamId, userId, channelId, fileIds, delivery }: Dropped): Promise<Answer> => {
    if (teamId !== workspaceId) return nothing
    const asking = { workspaceId, userId, channelId, at: bot.clock(), cause: delivery }
    const asker = await whoAsks(bot, asking)
    const [first, ...others] = fileIds
    if ('notATeammate' in asker || first === undefined) return nothing
    const file = await bot.importing.look(first, userId)
    if (typeof file === 'string') return reply(notReadView('', file))
    await bot.importing.read(asker, file)
    return others.length === 0 ? nothing : reply(oneAtATimeView([file.name]))
  }
