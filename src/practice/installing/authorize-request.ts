import type { SlackApp } from './slack-app.js'

/** Where a browser is sent to allow an app in. */
export const authorizePath = '/oauth/v2/authorize'

/** What an app asks for, found right. */
export interface AuthorizeRequest {
  scopes: readonly string[]
  /** Verbatim; null where there was none. */
  state: string | null
  /** Where the browser goes back to. */
  redirectUri: string
  /** Whether the request named it: the exchange must then name the same. */
  namesRedirectUri: boolean
  /** The workspace that it is meant for, if it says so. */
  teamId: string | null
}

/** A request that Slack shows an error page for instead of asking anybody: it knows nowhere to send the browser. */
export class Unanswerable extends Error {
  readonly code: string

  constructor(code: string) {
    super(`Slack shows a page that says ${code}`)
    this.code = code
  }
}

/** Reads one. `refused`: what is wrong with it, which the redirect address is told. Throws `Unanswerable`. */
export function readAuthorizeRequest(
  app: SlackApp,
  query: URLSearchParams,
): { request: AuthorizeRequest; refused: string | null } {
  if (query.get('client_id') !== app.clientId) throw new Unanswerable('invalid_client_id')
  const named = query.get('redirect_uri')
  const redirectUri = named ?? app.redirectUrls[0]
  if (!redirectUri || !app.redirectUrls.some((registered) => isAtOrBelow(redirectUri, registered)))
    throw new Unanswerable('bad_redirect_uri')
  const scopes = listed(query.get('scope'))
  const userScopes = listed(query.get('user_scope'))
  const isAllowed =
    scopes.length > 0 &&
    scopes.every((scope) => app.manifest.botScopes.has(scope)) &&
    userScopes.every((scope) => app.manifest.userScopes.has(scope))
  const request = {
    scopes,
    state: query.get('state'),
    redirectUri,
    namesRedirectUri: named !== null,
    teamId: query.get('team'),
  }
  return { request, refused: isAllowed ? null : 'invalid_scope' }
}

/** The address with an answer; `state` comes back as it was sent. */
export function redirectTo(request: AuthorizeRequest, answer: Record<string, string>): string {
  const url = new URL(request.redirectUri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value)
  if (request.state !== null) url.searchParams.set('state', request.state)
  return url.toString()
}

/** The same address as a registered one, or a path below it, over TLS or on this machine. */
function isAtOrBelow(address: string, registered: string): boolean {
  const [given, base] = [parsed(address), parsed(registered)]
  if (!given || !base || given.origin !== base.origin) return false
  if (given.protocol !== 'https:' && !['127.0.0.1', 'localhost'].includes(given.hostname)) return false
  const folder = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`
  return given.pathname === base.pathname || given.pathname.startsWith(folder)
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}

function listed(scopes: string | null): string[] {
  return (scopes ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean)
}
