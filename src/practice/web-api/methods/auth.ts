import { botMethod, type Method } from '../method.js'
import { refuse } from '../refusal.js'

export const authTest = botMethod([], ({ workspace, origin }) => {
  const { teamId, botUserId, botId } = workspace.identity
  return {
    url: `${origin()}/`,
    team: workspace.identity.teamDomain,
    user: workspace.user(botUserId).name,
    team_id: teamId,
    user_id: botUserId,
    bot_id: botId,
    is_enterprise_install: false,
  }
})

export const appsConnectionsOpen: Method = {
  scopes: [],
  token: 'app',
  handle: ({ sockets, origin }) => ({
    url: `${origin().replace('http', 'ws')}/link/?${sockets.issueTicket()}`,
  }),
}

export const botsInfo = botMethod(['users:read'], ({ workspace, args }) => {
  const { botId, botUserId, appId } = workspace.identity
  if (args.needText('bot') !== botId) refuse('bot_not_found')
  const bot = workspace.user(botUserId)
  return {
    bot: {
      id: botId,
      deleted: false,
      name: bot.realName,
      updated: bot.updated,
      app_id: appId,
      user_id: botUserId,
      icons: {},
    },
  }
})
