import type { Announce } from './announcement.js'
import { type User, type UserDraft, userObject } from './user.js'
import type { Workspace } from './workspace.js'

/** What about somebody can be changed. */
export type UserChange = Partial<
  Pick<User, 'name' | 'realName' | 'title' | 'tz' | 'statusText' | 'standing' | 'email'>
>

/** Those whom Slack knows, and what happens to them. */
export class People {
  readonly #workspace: Workspace
  readonly #announce: Announce

  constructor(workspace: Workspace, announce: Announce) {
    this.#workspace = workspace
    this.#announce = announce
  }

  all(): User[] {
    return [...this.#workspace.users.values()]
  }

  /** Throws for an unknown id. */
  get(userId: string): User {
    return this.#workspace.user(userId)
  }

  /** Adds somebody as if they had always been there: no event. */
  add(draft: UserDraft): User {
    const workspace = this.#workspace
    const standing = draft.standing ?? 'member'
    const user: User = {
      id: draft.id ?? workspace.nextId('U'),
      teamId: draft.teamId ?? (standing === 'outsider' ? 'T0ELSEWHERE' : workspace.identity.teamId),
      name: draft.name,
      realName: draft.realName ?? draft.name,
      title: draft.title ?? '',
      email: draft.email ?? `${draft.name}@practice.example`,
      tz: draft.tz === undefined ? 'UTC' : draft.tz,
      standing,
      deleted: false,
      statusText: '',
      ...(draft.organisation ? { organisation: draft.organisation } : {}),
      updated: workspace.clock.seconds(),
    }
    workspace.users.set(user.id, user)
    workspace.changes.touch()
    return user
  }

  /** Somebody joins the workspace: `team_join`. */
  welcome(draft: UserDraft): User {
    const user = this.add(draft)
    this.#tell('team_join', user)
    return user
  }

  /** Changes a profile: `user_change` and `user_profile_changed`, of which an app should subscribe to one. */
  change(userId: string, change: UserChange): User {
    const user = Object.assign(this.get(userId), change, { updated: this.#workspace.clock.seconds() })
    this.#workspace.changes.touch()
    this.#tell('user_change', user)
    this.#tell('user_profile_changed', user)
    return user
  }

  /** Deactivates somebody: `user_change` with `deleted`. */
  deactivate(userId: string): User {
    const user = this.get(userId)
    user.deleted = true
    return this.change(userId, {})
  }

  #tell(type: string, user: User): void {
    this.#announce({
      subscription: type,
      scopes: ['users:read'],
      event: {
        type,
        user: userObject(user, this.#workspace.organisation),
        cache_ts: user.updated,
        event_ts: this.#workspace.clock.nextTs(),
      },
    })
  }
}
