import { enterpriseOf } from '../../world/organisation.js'
import { botMethod, type Method } from '../method.js'
import { refuse } from '../refusal.js'

export const authTest = botMethod([], ({ workspace, origin, holder }) => {
  const { teamId, botUserId, botId } = workspace.identity
  const enterprise = enterpriseOf(workspace)
  return {
    url: `${origin()}/`,
    team: workspace.identity.teamDomain,
    user: workspace.user(botUserId).name,
    // Of an installation of a whole organisation it names that.
    team_id: holder.isOrgWide && enterprise ? enterprise.id : teamId,
    user_id: botUserId,
    bot_id: botId,
    ...(enterprise ? { enterprise_id: enterprise.id } : {}),
    is_enterprise_install: holder.isOrgWide,
    ...(holder.expiresAt === null
      ? {}
      : { expires_in: Math.floor((holder.expiresAt - workspace.clock.now()) / 1_000) }),
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
