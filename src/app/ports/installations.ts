import type { Instant } from '../../domain/local-time.js'

/**
 * `silent`: Slack says that it was taken away; nothing is said there, and what is known is kept until `eraseAt`.
 * `broken`: nobody took it away, but its token does not work.
 */
export type InstallationState = 'active' | 'silent' | 'broken'

/** One "Add to Slack": by a workspace, or by an organisation for those of its workspaces that it grants. */
export type Installation = {
  /** The workspace (T...), or the organisation (E...) when `isOrg`. */
  readonly id: string
  /** The organisation, also of a workspace that installed by itself; its own id when `isOrg`; null outside of any. */
  readonly enterpriseId: string | null
  readonly isOrg: boolean
  readonly appId: string
  /** As Slack calls the workspace or organisation. */
  readonly name: string
  readonly botUserId: string
  readonly botId: string
  readonly scopes: readonly string[]
  /** Who pressed "Add to Slack", last. */
  readonly installerId: string
  /** By the newest install. */
  readonly installedAt: Instant
  readonly state: InstallationState
  /** Since when it is in that state. */
  readonly since: Instant
  /** Slack's code, or a word of our own; null while it is active. */
  readonly why: string | null
  /** When its tokens and everything known there go; null while nobody took it away. */
  readonly eraseAt: Instant | null
}

/** Never logged, never shown, encrypted at rest. */
export type Tokens = {
  readonly token: string
  /** Null when the app does not rotate its tokens; then `expiresAt` is null too. */
  readonly refreshToken: string | null
  readonly expiresAt: Instant | null
  /** Another for each pair of tokens: whoever refreshes says which pair was used up. */
  readonly generation: number
}

/** What an install or a reinstall brings. */
export type Installed = Omit<Installation, 'installedAt' | 'state' | 'since' | 'why' | 'eraseAt'> &
  Omit<Tokens, 'generation'>

/** `first`: never here, or already erased. `again`: was active all the time. `back`: was silent or broken. */
export type Arrival = 'first' | 'again' | 'back'

/** A workspace that is served now, and the installation by which. */
export type Served = { readonly workspaceId: string; readonly installationId: string }

/** Why something is taken away: an event of Slack's, by Slack's clock, and when what is kept goes. */
export type Taken = {
  /** When it happened; with whole seconds, as Slack says it. */
  readonly at: Instant
  readonly why: string
  readonly eraseAt: Instant
}

/** `by`: the installation whose time is over, which Slack can be asked about first; null when none is left to ask about. */
export type ToErase = { readonly id: string; readonly by: string | null }

/** `rest`: some rows are left, for the next time. `kept`: something else still serves it; nothing but the old tokens went. */
export type Erasing = 'done' | 'rest' | 'kept'

/**
 * All installations of a database, for whoever runs the program: bound to no workspace. Each method is a short
 * transaction of its own. Tokens are handed out by `tokens` alone.
 */
export interface Installations {
  /** Active from now on, with whatever was kept. Tokens get the next generation. */
  keep(install: Installed, at: Instant): Promise<Arrival>
  get(id: string): Promise<Installation | null>
  /**
   * By which a workspace is served: its own installation, or else its organisation's, when that granted it. Never a
   * silent one; a broken one when there is no other. Null also while what was known there is being erased.
   */
  serving(workspaceId: string): Promise<Installation | null>
  /** Workspaces served by an active installation, by id, those behind `after` ('' to begin). */
  active(after: string, limit: number): Promise<readonly Served[]>
  /** How many installations are in each state. */
  tally(): Promise<Readonly<Record<InstallationState, number>>>

  /** An organisation lets these workspaces use its installation. Nothing, when they were revoked later than `at`. */
  grant(enterpriseId: string, workspaceIds: readonly string[], at: Instant): Promise<void>
  /** The workspaces that are taken away by it; not those that were granted later than `taken.at`. */
  revoke(enterpriseId: string, workspaceIds: readonly string[], taken: Taken): Promise<readonly string[]>
  /** The workspaces that an organisation grants. */
  granted(enterpriseId: string): Promise<readonly string[]>

  /** False for a stale event, older than the newest install, and for what was silent already. */
  fallSilent(id: string, taken: Taken): Promise<boolean>
  /**
   * Only while it is active and its tokens are still those of `generation`: else another's trouble is over. With `eraseAt`
   * when Slack says that it is not installed any more.
   */
  markBroken(
    id: string,
    generation: number,
    why: string,
    at: Instant,
    eraseAt: Instant | null,
  ): Promise<boolean>
  /** Slack knows it after all: active, and nothing is erased. True when it was not active. */
  markWell(id: string, at: Instant): Promise<boolean>

  /** Null when there is none. */
  tokens(id: string): Promise<Tokens | null>
  /** Active, their token expires before then, and nobody is refreshing it now; the first to expire first. */
  expiring(before: Instant, now: Instant, limit: number): Promise<readonly string[]>
  /** For 30 seconds nobody else may refresh these tokens. False when somebody does, or they are refreshed already. */
  claimRefresh(id: string, generation: number, now: Instant): Promise<boolean>
  /** The next generation, and the claim is over. False, and nothing kept, when it is not that generation any more. */
  keepRefreshed(id: string, generation: number, tokens: Omit<Tokens, 'generation'>): Promise<boolean>
  /** Gives up the claim: somebody may try again, at once or from an instant on. */
  release(id: string, generation: number, notBefore?: Instant): Promise<void>

  /** Workspaces and organisations whose time is over, and those that are half erased. An organisation comes after its workspaces. */
  toErase(now: Instant, limit: number): Promise<readonly ToErase[]>
  /**
   * Everything of a workspace, or what is kept of an organisation itself; when its time is over, else `kept`. In short
   * transactions, beside which others have their turn: never more rows at a time than a beat can bear.
   */
  erase(id: string, now: Instant): Promise<Erasing>

  /** True the first time that the hash of a `state` is shown, false ever after until it expires. */
  useState(hash: string, expiresAt: Instant): Promise<boolean>
  /** Forgets those that have expired. */
  sweepStates(now: Instant): Promise<void>
}
