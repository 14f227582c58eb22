import type { Workspace } from '../world/workspace.js'

/** Three seconds, by the practice clock or by the real one, whichever is over first. */
const lifeMs = 3_000

interface Trigger {
  userId: string
  issuedAt: number
  issuedReallyAt: number
  used: boolean
  onOpen: (viewId: string) => void
  fromModal: boolean
}

export type Redeemed = { userId: string; fromModal: boolean; opened: (viewId: string) => void }

/** Trigger ids: what lets an app open a modal right after a user did something. Each works once. */
export class Triggers {
  readonly #workspace: Workspace
  readonly #issued = new Map<string, Trigger>()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** `onOpen` hears of the view that the app opened with it. */
  issue(userId: string, options: { fromModal?: boolean; onOpen?: (viewId: string) => void } = {}): string {
    const number = this.#workspace.nextUniqueNumber()
    const id = `${9_000_000_000 + number}.${4_000_000_000 + number}.${number.toString(16).padStart(32, '0')}`
    this.#issued.set(id, {
      userId,
      issuedAt: this.#workspace.clock.now(),
      issuedReallyAt: performance.now(),
      used: false,
      onOpen: options.onOpen ?? (() => {}),
      fromModal: options.fromModal ?? false,
    })
    return id
  }

  knows(id: string): boolean {
    return this.#issued.has(id)
  }

  /** Uses a trigger id up; a text is Slack's error code. */
  redeem(id: string | undefined): Redeemed | string {
    const trigger = this.#issued.get(id ?? '')
    if (!trigger) return 'invalid_trigger_id'
    if (trigger.used) return 'exchanged_trigger_id'
    const age = Math.max(
      this.#workspace.clock.now() - trigger.issuedAt,
      performance.now() - trigger.issuedReallyAt,
    )
    if (age > lifeMs) return 'expired_trigger_id'
    trigger.used = true
    return { userId: trigger.userId, fromModal: trigger.fromModal, opened: trigger.onOpen }
  }
}
