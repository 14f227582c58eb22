import { isFullMember, type User } from '../world/user.js'
import type { Workspace } from '../world/workspace.js'
import { type AuthorizeRequest, readAuthorizeRequest, redirectTo } from './authorize-request.js'
import type { Codes } from './codes.js'
import type { SlackApp } from './slack-app.js'

/** Who says yes or no, and for which workspace or organisation. */
export type Allowing = { userId: string } & ({ teamId: string } | { enterpriseId: string })

/** A workspace as Slack looks at it when somebody wants an app there. */
export interface Installable {
  workspace: Workspace
  /** Members ask an admin, who has to approve of the app first. */
  needsApproval: boolean
}

export interface AuthorizingPorts {
  app: SlackApp
  codes: Codes
  /** In the order in which they were opened: the app is the first one's. */
  installables: () => Installable[]
}

/** The page on which somebody allows the app in, and what comes of it: where the browser is sent. */
export class Authorizing {
  readonly #ports: AuthorizingPorts

  constructor(ports: AuthorizingPorts) {
    this.#ports = ports
  }

  /** What the app asks for; a text is where the browser goes at once, with an error. Throws `Unanswerable`. */
  read(url: URL): AuthorizeRequest | string {
    const { request, refused } = readAuthorizeRequest(this.#ports.app, url.searchParams)
    return refused === null ? request : redirectTo(request, { error: refused })
  }

  /** Presses "Allow". Throws where Slack's page would not offer that. */
  approve(url: URL, by: Allowing): string {
    const request = this.read(url)
    if (typeof request === 'string') return request
    const refused = 'teamId' in by ? this.#whyNotHere(by) : this.#whyNotForAll(by)
    if (refused !== null) return redirectTo(request, { error: refused })
    const at = 'teamId' in by ? by.teamId : by.enterpriseId
    return redirectTo(request, { code: this.#ports.codes.issue({ at, userId: by.userId, request }) })
  }

  /** Presses "Cancel". */
  deny(url: URL): string {
    const request = this.read(url)
    return typeof request === 'string' ? request : redirectTo(request, { error: 'access_denied' })
  }

  #whyNotHere({ teamId, userId }: { teamId: string; userId: string }): string | null {
    const all = this.#ports.installables()
    const here = all.find(({ workspace }) => workspace.identity.teamId === teamId)
    if (!here) throw new Error(`There is no workspace ${teamId}`)
    const user = here.workspace.user(userId)
    if (!this.#ports.app.isDistributed && here !== all[0]) return 'invalid_team_for_non_distributed_app'
    if (!isFullMember(user) || (here.needsApproval && !isAdmin(user))) return 'access_denied'
    return null
  }

  #whyNotForAll({ enterpriseId, userId }: { enterpriseId: string; userId: string }): string | null {
    const within = this.#ports
      .installables()
      .filter(({ workspace }) => workspace.organisation?.id === enterpriseId)
    if (within.length === 0) throw new Error(`There is no organisation ${enterpriseId} with a workspace`)
    if (!this.#ports.app.manifest.orgDeploy)
      throw new Error('Slack offers no organisation: the manifest does not set org_deploy_enabled')
    const user = within
      .map(({ workspace }) => workspace.users.get(userId))
      .find((found) => found !== undefined)
    if (!user) throw new Error(`Nobody in ${enterpriseId} has the id ${userId}`)
    return isAdmin(user) ? null : 'access_denied'
  }
}

function isAdmin(user: User): boolean {
  return !user.deleted && (user.standing === 'admin' || user.standing === 'owner')
}
