import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { InstallProvider, type InstallURLOptions, type Installation as OAuthInstallation } from '@slack/oauth'
import type { Arrival, Installations } from '../../app/ports/installations.js'
import type { Clock } from '../../app/ports.js'
import type { Log } from '../../logging.js'
import { pause } from '../connection/backoff.js'
import { respond } from '../connection/door.js'
import { slackLogger } from '../library-log.js'
import { troubleOf } from '../slack-error.js'
import { Exchange, type Pause } from './exchange.js'
import { pageHeaders } from './html.js'
import { type Done, donePage, installPage } from './install-page.js'
import { installationStore } from './keep-installation.js'
import { callingOnce, grantedTo, type OAuthApp } from './oauth-app.js'
import { privacyPage } from './privacy-page.js'
import { type Refusal, refusalOf } from './refusal.js'
import { refusedPage } from './refused-page.js'
import { botScopes } from './scopes.js'
import { SignedStates } from './state.js'

export const installPath = '/slack/install'
export const redirectPath = '/slack/oauth_redirect'
const privacyPath = '/slack/privacy'

export type InstallingPorts = {
  readonly installations: Pick<Installations, 'keep' | 'grant' | 'revoke' | 'granted' | 'useState'>
  readonly app: OAuthApp & {
    /** As the world sees the bot, without a slash at its end. */
    readonly publicUrl: string
    /** Null: any app whose client secret this is. */
    readonly appId?: string | null
  }
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
  /** It is written down; nobody waits for what happens here, and it must not throw. */
  readonly onInstalled: (installationId: string, arrival: Arrival) => void
  readonly pause?: Pause
}

/**
 * The pages by which the app is installed, by path, for `door.serve`: `@slack/oauth` does the cookie, the order of
 * checks and the exchange, in which nothing is repeated; state, store and pages are ours.
 */
export const installRoutes = (ports: InstallingPorts): ReadonlyMap<string, RequestListener> => {
  const { app, clock, installations } = ports
  const log = ports.log.part('installing')
  const redirectUri = `${app.publicUrl}${redirectPath}`
  const options: InstallURLOptions = { scopes: [...botScopes], redirectUri }
  const states = new SignedStates(app.clientSecret, options, installations, clock)
  const installUrl = `${app.publicUrl}${installPath}`
  const basis = {
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    stateStore: states,
    installUrlOptions: options,
    authorizationUrl: new URL('/oauth/v2/authorize', app.apiUrl).toString(),
    logger: slackLogger(log),
    renderHtmlForInstallPath: (url: string) => installPage(url, `${app.publicUrl}${privacyPath}`),
  }
  const unused = installationStore(keepingPorts(ports, log), () => {})
  const begin = { ...basis, installationStore: unused }
  const [withPage, direct] = [
    new InstallProvider(begin),
    new InstallProvider({ ...begin, directInstall: true }),
  ]

  const install = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const provider = searchOf(request)?.has('direct') ? direct : withPage
    setPageHeaders(response)
    await provider.handleInstallPath(request, response)
  }

  const comeBack = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const exchange = new Exchange(ports.pause ?? pause)
    const provider = new InstallProvider({
      ...basis,
      installationStore: installationStore(keepingPorts(ports, log), ({ id }, arrival) =>
        ports.onInstalled(id, arrival),
      ),
      clientOptions: { ...callingOnce(app.apiUrl, log), fetch: exchange.fetch },
    })
    setPageHeaders(response)
    await provider.handleCallback(request, response, {
      successAsync: async (installation) => {
        send(response, 200, donePage(doneOf(installation, app.apiUrl)))
      },
      failureAsync: async (error) => {
        const refusal = precisely(refusalOf(error, exchange.stage), states, request)
        logRefusal(log, refusal, error)
        const { status, page } = refusedPage(refusal, installUrl)
        send(response, status, page)
      },
    })
  }

  const privacy = async (_: IncomingMessage, response: ServerResponse): Promise<void> => {
    setPageHeaders(response)
    send(response, 200, privacyPage(installUrl))
  }
  const failed = (response: ServerResponse, error: unknown): void => {
    log.error('A page of the installation could not be answered', { err: error })
    if (response.headersSent) response.destroy()
    else send(response, 500, refusedPage('unknown', installUrl).page)
  }
  const serving =
    (methods: readonly string[], answer: typeof install): RequestListener =>
    (request, response) => {
      if (!methods.includes(request.method ?? '')) {
        response.setHeader('allow', methods.join(', '))
        respond(response, 405)
      } else if (searchOf(request) === null) respond(response, 400)
      else answer(request, response).catch((error: unknown) => failed(response, error))
    }
  return new Map([
    [installPath, serving(['GET', 'HEAD'], install)],
    // Not for whoever only looks whether a link works: the state would be used up.
    [redirectPath, serving(['GET'], comeBack)],
    [privacyPath, serving(['GET', 'HEAD'], privacy)],
  ])
}

const keepingPorts = (ports: InstallingPorts, log: Log) => ({
  installations: ports.installations,
  grantedTo: (token: string) => grantedTo(ports.app.apiUrl, log, token),
  appId: ports.app.appId ?? null,
  clock: ports.clock,
  pause: ports.pause ?? pause,
  log,
})

/** A state that came without its cookie may still be told for what it is, without being asked for in the database. */
const precisely = (refusal: Refusal, states: SignedStates, request: IncomingMessage): Refusal =>
  refusal === 'state-elsewhere' ? (states.faultIn(searchOf(request)?.get('state') ?? '') ?? refusal) : refusal

const doneOf = (installation: OAuthInstallation, apiUrl: string): Done => {
  const { isEnterpriseInstall, enterprise, team, appId = '' } = installation
  if (isEnterpriseInstall !== true) {
    const nextUrl = new URL('/app_redirect', apiUrl)
    nextUrl.search = new URLSearchParams({ app: appId, team: team?.id ?? '' }).toString()
    return { kind: 'workspace', name: team?.name ?? null, nextUrl: nextUrl.toString() }
  }
  const organisation = encodeURIComponent(enterprise?.id ?? '')
  const profile = `integrations/profile/${encodeURIComponent(appId)}/workspaces/add`
  const nextUrl = `https://app.slack.com/manage/${organisation}/${profile}`
  return { kind: 'organisation', name: enterprise?.name ?? null, nextUrl }
}

const theirs: ReadonlySet<Refusal> = new Set<Refusal>(['slack-away', 'half', 'unkept'])

const logRefusal = (log: Log, reason: Refusal, error: unknown): void => {
  const { code } = troubleOf(error)
  if (reason === 'misconfigured')
    log.error(
      'Slack does not accept the app: compare SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and PUBLIC_URL with its settings',
      { reason, code },
    )
  else if (reason === 'unknown') log.error('An installation failed', { reason, err: error })
  else if (theirs.has(reason)) log.warn('An installation was not finished', { reason, code })
  else log.info('An installation was refused', { reason, code })
}

/** Null when it is no address. */
const searchOf = ({ url = '/' }: IncomingMessage): URLSearchParams | null =>
  URL.canParse(url, 'https://personable.invalid')
    ? new URL(url, 'https://personable.invalid').searchParams
    : null

const setPageHeaders = (response: ServerResponse): void => {
  for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value ?? '')
}

const send = (response: ServerResponse, status: number, page: string): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page)
}
