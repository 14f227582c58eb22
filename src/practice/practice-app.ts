import type { Patience } from './changes.js'
import { faceOf, lastProblems, type PracticeSlack } from './face.js'
import { authorizePath } from './installing/authorize-request.js'
import type { Allowing } from './installing/authorizing.js'
import type { Held, RemovalNews } from './installing/removal.js'
import { type AppSettings, newApp, type SlackApp } from './installing/slack-app.js'
import type { Json } from './json.js'
import { readManifest } from './manifest.js'
import { type OrganisationDraft, openOrganisation, openWorkspace, type WorkspaceDraft } from './opening.js'
import { Premises } from './premises.js'
import { connectPlace, type SharedPlace } from './shared-place.js'
import type { PracticeSlackOptions } from './slack.js'

export interface PracticeAppOptions extends PracticeSlackOptions {
  /** What of the app's settings page is not in the manifest, or otherwise. */
  app?: AppSettings
}

type Common = 'apiUrl' | 'origin' | 'appToken' | 'signingSecret' | 'manifest' | 'sockets' | 'faults'
type Watched =
  | 'isConnected'
  | 'traffic'
  | 'problems'
  | 'redeliverNow'
  | 'until'
  | 'onChange'
  | 'idle'
  | 'close'

/** One app on one server of Slack's, for several workspaces to install. */
export interface PracticeApp extends Pick<PracticeSlack, Common | Watched> {
  /** The app's settings; `rotates`, `refreshGraceMs` and `isDistributed` can be changed. */
  readonly app: SlackApp
  /** Where a browser is sent to allow the app in. */
  readonly authorizeUrl: string
  /** Opens a workspace where the app is not installed; what is in it can be the same as in another. */
  openWorkspace(draft: WorkspaceDraft): PracticeSlack
  /** Opens an organisation, for workspaces to be opened in. */
  openOrganisation(draft: OrganisationDraft): void
  /** Throws for an unknown one. */
  workspace(teamId: string): PracticeSlack
  /** Shares a channel of one workspace with another through Slack Connect, with the people of both. */
  connect(place: SharedPlace): void
  /** "Allow" on the page at this address, as the app made it: where the browser is sent. */
  approve(url: string | URL, by: Allowing): string
  /** "Cancel" on it. */
  deny(url: string | URL): string
  /** Goes the whole way from the page to the tokens without the app: the answer of oauth.v2.access. */
  install(by: Allowing, scopes?: readonly string[]): Promise<Json>
  isInstalled(id: string): boolean
  /** Removes the app from a workspace (T…) or an organisation (E…); nothing else comes of it from then on. */
  uninstall(id: string, how?: RemovalNews): Held
  /** An admin gives the app workspaces of the organisation where it is installed: `team_access_granted`. */
  grant(enterpriseId: string, teamIds: readonly string[]): void
  /** And takes them away: `team_access_revoked`. */
  revoke(enterpriseId: string, teamIds: readonly string[]): void
  /** From now on the Homes of a workspace say that the app is installed in another of its organisation. */
  homesName(teamId: string, otherTeamId: string | undefined): void
  /** The tokens that open doors for an installation now, the newest last. */
  tokensOf(id: string): string[]
  /** Delivers by signed HTTP to these replicas in turn from now on; rejects when one does not pass url_verification. */
  deliverTo(...urls: readonly string[]): Promise<void>
  addReplica(url: string): Promise<void>
  removeReplica(url: string): void
  /** Forgets the problems with this code, which a test brought about; throws when there was none. */
  forgive(code: string): void
}

/** Starts one without any workspace. Rejects when the manifest cannot be read or the port is taken. */
export async function startPracticeApp(options: PracticeAppOptions): Promise<PracticeApp> {
  const app = newApp(readManifest(options.manifest), options.app ?? {})
  const premises = new Premises(app, options)
  const { authorizing, carrier, changes, installations, record, server } = premises
  await server.start()
  const faces = new Map<string, PracticeSlack>()
  const wide = (enterpriseId: string) => {
    const installation = installations.get(enterpriseId)
    if (!installation?.isOrgWide) throw new Error(`The app is not installed for ${enterpriseId}`)
    return installation
  }
  const at = (url: string | URL) => new URL(url, server.origin)
  return {
    app,
    apiUrl: `${server.origin}/api/`,
    origin: server.origin,
    authorizeUrl: `${server.origin}${authorizePath}`,
    appToken: app.appToken,
    signingSecret: app.signingSecret,
    manifest: app.manifest,
    sockets: premises.sockets,
    faults: premises.faults,
    traffic: record.traffic,
    problems: record.problems,
    get isConnected() {
      return carrier.isConnected
    },
    openWorkspace: (draft) => {
      const face = faceOf(premises, openWorkspace(premises, draft))
      faces.set(draft.teamId, face)
      return face
    },
    openOrganisation: (draft) => openOrganisation(premises, draft),
    workspace: (teamId) => faces.get(teamId) ?? missing(teamId),
    connect: (place) => connectPlace(premises.rooms, place),
    approve: (url, by) => authorizing.approve(at(url), by),
    deny: (url) => authorizing.deny(at(url)),
    install: (by, scopes = [...app.manifest.botScopes]) => goThrough(premises, by, scopes),
    isInstalled: (id) => installations.get(id) !== undefined,
    uninstall: (id, how) => premises.uninstall(id, how),
    grant: (enterpriseId, teamIds) => {
      for (const teamId of teamIds) wide(enterpriseId).granted.add(teamId)
      premises.news.access('granted', enterpriseId, teamIds)
    },
    revoke: (enterpriseId, teamIds) => {
      for (const teamId of teamIds) wide(enterpriseId).granted.delete(teamId)
      premises.news.access('revoked', enterpriseId, teamIds)
    },
    homesName: (teamId, otherTeamId) => {
      const room = premises.rooms.get(teamId) ?? missing(teamId)
      room.actorParts.views.homesNameTeam = otherTeamId
    },
    tokensOf: (id) => {
      const installation = installations.get(id)
      return installation ? premises.tokens.activeOf(installation).map(({ token }) => token) : []
    },
    deliverTo: (...urls) => carrier.deliverTo(urls),
    addReplica: (url) => carrier.addReplica(url),
    removeReplica: (url) => carrier.removeReplica(url),
    redeliverNow: () => premises.redelivery.hurry(),
    until: (predicate, patience) => changes.until(predicate, patience, () => lastProblems(record)),
    onChange: (listener) => changes.listen(listener),
    idle: async (patience?: Patience) => {
      await changes.until(() => carrier.underWay + server.underWay === 0, {
        what: 'an idle Slack',
        ...patience,
      })
    },
    forgive: (code) => {
      if (record.forgive(code) === 0)
        throw new Error(`Slack refused nothing with ${code}\n${lastProblems(record)}`)
    },
    close: () => premises.close(),
  }
}

/** From the page to the tokens, over HTTP, with the app's own credentials. */
async function goThrough(premises: Premises, by: Allowing, scopes: readonly string[]): Promise<Json> {
  const { app, authorizing, server } = premises
  const url = new URL(authorizePath, server.origin)
  url.searchParams.set('client_id', app.clientId)
  url.searchParams.set('scope', scopes.join(','))
  const code = new URL(authorizing.approve(url, by)).searchParams.get('code') ?? ''
  const answer = await fetch(`${server.origin}/api/oauth.v2.access`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, code }),
  })
  return (await answer.json()) as Json
}

function missing(teamId: string): never {
  throw new Error(`There is no workspace ${teamId}`)
}
