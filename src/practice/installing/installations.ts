import type { Standing, Workspace } from '../world/workspace.js'

/** The app in one workspace, or in an organisation, from its installation to its removal. */
export interface Installation {
  /** T… of the workspace, or E… of the organisation. */
  readonly id: string
  readonly isOrgWide: boolean
  readonly botUserId: string
  installerId: string
  /** All that was ever granted since it was installed. */
  scopes: ReadonlySet<string>
  /** The workspaces of its organisation that an admin gave it. */
  readonly granted: Set<string>
  /** Epoch seconds; null while it is installed. */
  removedAt: number | null
}

type InstallationDraft = Pick<Installation, 'id' | 'isOrgWide' | 'botUserId' | 'installerId' | 'scopes'>

/** Where the app is installed now. */
export class Installations {
  readonly #current = new Map<string, Installation>()
  #hasGone = false

  get(id: string): Installation | undefined {
    return this.#current.get(id)
  }

  /** It was installed, and is nowhere any more. */
  get isGoneEverywhere(): boolean {
    return this.#hasGone && this.#current.size === 0
  }

  /** Installs it; where it is already, its scopes become the union: nothing that was granted is taken away. */
  install(draft: InstallationDraft): Installation {
    const existing = this.#current.get(draft.id)
    if (existing) {
      existing.scopes = new Set([...existing.scopes, ...draft.scopes])
      existing.installerId = draft.installerId
      return existing
    }
    const installation = { ...draft, granted: new Set<string>(), removedAt: null }
    this.#current.set(draft.id, installation)
    return installation
  }

  remove(id: string, at: number): Installation | undefined {
    const installation = this.#current.get(id)
    if (!installation) return undefined
    installation.removedAt = at
    this.#hasGone = true
    this.#current.delete(id)
    return installation
  }

  /** The installation by which the app works in a workspace: the workspace's own goes before its organisation's. */
  of({ identity, organisation }: Pick<Workspace, 'identity' | 'organisation'>): Installation | undefined {
    const own = this.#current.get(identity.teamId)
    if (own || !organisation) return own
    const wide = this.#current.get(organisation.id)
    return wide?.granted.has(identity.teamId) ? wide : undefined
  }

  standingIn(workspace: Pick<Workspace, 'identity' | 'organisation'>): Standing | undefined {
    const installation = this.of(workspace)
    return installation && { isOrgWide: installation.isOrgWide, scopes: installation.scopes }
  }
}
