import type { Json } from '../json.js'
import { textAt } from '../json.js'
import { Arguments } from '../web-api/arguments.js'
import { nextCursor, page } from '../web-api/pages.js'
import { refuse } from '../web-api/refusal.js'
import { enterpriseOf } from '../world/organisation.js'
import type { Workspace } from '../world/workspace.js'
import type { Codes } from './codes.js'
import type { Installation, Installations } from './installations.js'
import type { SlackApp } from './slack-app.js'
import type { BotToken, Tokens } from './tokens.js'

/** What the methods work on that ask who the app is, not where. */
export interface OauthPorts {
  app: SlackApp
  codes: Codes
  tokens: Tokens
  installations: Installations
  /** The workspace of that id, or any of that organisation. */
  placeOf: (id: string) => Workspace | undefined
  /** The workspaces in which an installation's tokens are good. */
  teamsOf: (installation: Installation) => readonly Workspace[]
  /** Takes the app away, and tells it. */
  uninstall: (id: string) => void
}

type OauthMethod = (ports: OauthPorts, values: Json, bearer: string | undefined) => Json

/** The methods that are not for one workspace; `bearer` is the token that came with the call. */
export const oauthMethods: ReadonlyMap<string, OauthMethod> = new Map(
  Object.entries<OauthMethod>({
    'oauth.v2.access': access,
    'oauth.v2.exchange': exchange,
    'auth.revoke': revoke,
    'auth.teams.list': teamsList,
    'apps.uninstall': uninstall,
  }),
)

function access(ports: OauthPorts, values: Json): Json {
  needClient(ports.app, values)
  const grant = textAt(values, 'grant_type') ?? 'authorization_code'
  if (grant === 'authorization_code') return firstTokens(ports, values)
  if (grant !== 'refresh_token') refuse('invalid_grant_type')
  return answer(ports, ports.tokens.renew(textAt(values, 'refresh_token') ?? ''))
}

function firstTokens(ports: OauthPorts, values: Json): Json {
  const { at, userId, request } = ports.codes.redeem(textAt(values, 'code'), textAt(values, 'redirect_uri'))
  const place = ports.placeOf(at)
  if (!place) refuse('invalid_code')
  const isOrgWide = place.identity.teamId !== at
  const installation = ports.installations.install({
    id: at,
    isOrgWide,
    botUserId: place.identity.botUserId,
    installerId: userId,
    scopes: new Set(request.scopes),
  })
  place.changes.touch()
  return { ...answer(ports, ports.tokens.issue(installation)), authed_user: { id: userId } }
}

/** Moves a token that lasts to rotation. */
function exchange(ports: OauthPorts, values: Json, bearer: string | undefined): Json {
  needClient(ports.app, values)
  return answer(ports, ports.tokens.exchange(textAt(values, 'token') ?? bearer))
}

/** Under rotation one token ends; without it there is but this one, and the app goes with it. */
function revoke(ports: OauthPorts, values: Json, bearer: string | undefined): Json {
  const token = ports.tokens.check(bearer)
  if (['true', '1'].includes(textAt(values, 'test') ?? '')) return { revoked: false }
  if (token.expiresAt === null) ports.uninstall(token.installation.id)
  else token.isRevoked = true
  return { revoked: true }
}

function uninstall(ports: OauthPorts, values: Json, bearer: string | undefined): Json {
  const token = ports.tokens.check(bearer)
  needClient(ports.app, values)
  ports.uninstall(token.installation.id)
  return {}
}

/** The workspaces that the app was given, needing no scope. */
function teamsList(ports: OauthPorts, values: Json, bearer: string | undefined): Json {
  const { installation } = ports.tokens.check(bearer)
  const args = new Arguments(values)
  const { items, next } = page({ args }, ports.teamsOf(installation), args.limit(100, 1_000))
  const teams = items.map(({ identity }) => ({ id: identity.teamId, name: identity.teamDomain }))
  return { teams, ...nextCursor(next) }
}

function needClient(app: SlackApp, values: Json): void {
  if (textAt(values, 'client_id') !== app.clientId) refuse('invalid_client_id')
  if (textAt(values, 'client_secret') !== app.clientSecret) refuse('bad_client_secret')
}

function answer({ app, placeOf }: OauthPorts, issued: BotToken): Json {
  const { installation, token, scopes, refreshToken, expiresAt } = issued
  const place = placeOf(installation.id)
  return {
    access_token: token,
    token_type: 'bot',
    scope: [...scopes].join(','),
    bot_user_id: installation.botUserId,
    app_id: app.appId,
    ...(place ? whereabouts(place, installation) : {}),
    is_enterprise_install: installation.isOrgWide,
    ...(expiresAt === null ? {} : { expires_in: 43_200, refresh_token: refreshToken }),
  }
}

function whereabouts(place: Workspace, { isOrgWide }: Installation): Json {
  const { teamId, teamDomain } = place.identity
  return { team: isOrgWide ? null : { id: teamId, name: teamDomain }, enterprise: enterpriseOf(place) }
}
