import { scopeOf, whoAsks } from '../../app/asker.js'
import { fold } from '../../domain/names.js'
import type { Lookup } from '../incoming.js'
import type { Choice } from '../listeners.js'
import type { Bot } from './bot.js'

/** Slack shows at most a hundred; nobody reads more than a dozen. */
const shown = 20

/** Type-ahead over the people that the asker may see. The block's id is the draft that a choice answers. */
export const peopleLike =
  (bot: Bot) =>
  async ({ query, blockId, workspaceId, userId, channelId }: Lookup): Promise<readonly Choice[]> => {
    const asker = await whoAsks(bot, { workspaceId, userId, channelId, at: bot.clock(), cause: null })
    if ('notATeammate' in asker || fold(query) === '') return []
    const people = await bot.uow.read(scopeOf(asker), (stores) => stores.people.beginning(fold(query), shown))
    return people.map(({ id, name, role }) => ({
      text: role === '' ? name : `${name}, ${role}`,
      value: `${blockId}:${id}`,
    }))
  }
