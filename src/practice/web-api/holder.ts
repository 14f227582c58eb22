import type { Workspace } from '../world/workspace.js'
import { refuse } from './refusal.js'

/** What a token that is good says of the one who holds it. */
export interface Holder {
  kind: 'bot' | 'app'
  scopes: ReadonlySet<string>
  /** The token is good for an organisation's workspaces. */
  isOrgWide: boolean
  /** Epoch milliseconds; null for a token that lasts. */
  expiresAt: number | null
}

/** Looks at a token as Slack does: refuses with Slack's code what is none, or is good no more. */
export type Doorkeeper = (token: string | undefined) => Holder

/** Of a workspace by itself, whose two tokens last. */
export function twoTokens({ identity, manifest }: Workspace): Doorkeeper {
  const holder = { scopes: manifest.botScopes, isOrgWide: false, expiresAt: null }
  return (token) => {
    if (!token) refuse('not_authed')
    if (token === identity.botToken) return { ...holder, kind: 'bot' }
    if (token === identity.appToken) return { ...holder, kind: 'app' }
    return refuse('invalid_auth')
  }
}
