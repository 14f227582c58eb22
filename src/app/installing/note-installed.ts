import type { Arrival, Installations, Installed } from '../ports/installations.js'
import type { Clock } from '../ports.js'

/** `half`: Slack's answer lacks what it takes to work there, by name; nothing is kept. */
export type Noted =
  | { readonly kind: 'installed'; readonly arrival: Arrival }
  | { readonly kind: 'half'; readonly missing: readonly string[] }

const needed = ['id', 'appId', 'botUserId', 'botId', 'installerId', 'token'] as const

/** Somebody pressed "Add to Slack", for the first time or again: from now on it is active, with all that was kept. */
export const noteInstalled = async (
  { installations, now }: { readonly installations: Pick<Installations, 'keep'>; readonly now: Clock },
  installed: Installed,
): Promise<Noted> => {
  const missing: string[] = needed.filter((name) => installed[name] === '')
  // Tokens that expire and cannot be refreshed are dead by tomorrow; those that never do need no refreshing.
  if ((installed.refreshToken === null) !== (installed.expiresAt === null))
    missing.push(installed.refreshToken === null ? 'refreshToken' : 'expiresAt')
  if (missing.length > 0) return { kind: 'half', missing }
  return { kind: 'installed', arrival: await installations.keep(installed, now()) }
}
