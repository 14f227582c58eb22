import type { HomeView } from '@slack/types'
import { type Asker, whoAsks } from '../../app/asker.js'
import { homeTab } from '../../app/home/home-tab.js'
import { settablePlaces } from '../../app/settings/settable-places.js'
import type { From } from '../incoming.js'
import { listLength } from '../views/home-lists.js'
import { homeView, strangersHome } from '../views/home-view.js'
import type { Bot } from './bot.js'

/** What somebody's Home shows them now. */
export const homeOf =
  (bot: Bot) =>
  async ({ workspaceId, userId }: From): Promise<HomeView> => {
    const asking = { workspaceId, userId, channelId: null, at: bot.clock(), cause: null }
    const asker = await whoAsks(bot, asking)
    return 'notATeammate' in asker ? strangersHome(asker.notATeammate) : teammatesHome(bot, asker)
  }

const teammatesHome = async (bot: Bot, asker: Asker): Promise<HomeView> =>
  homeView(await homeTab(bot, asker), await settablePlaces(bot, asker, listLength), asker)
