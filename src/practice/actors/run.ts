import type { Patience } from '../changes.js'
import { type SeenMessage, seen } from '../sight/seen.js'
import type { Message } from '../world/message.js'
import type { View } from '../world/view.js'
import type { Views } from '../world/views.js'
import type { Workspace } from '../world/workspace.js'

/** What came of one thing that a user did: the acknowledgement, and what the bot showed because of it. */
export class Run {
  /** The command, or the interaction's type. */
  readonly name: string
  /** False when Slack did not deliver it (not declared, interactivity off), or the form was not complete. */
  delivered = true
  /** Whether the bot acknowledged in time, with something that Slack takes. */
  acknowledged = false
  /** What the acknowledgement carried; undefined when it was empty. */
  ackBody: unknown
  /** Real milliseconds until the acknowledgement. */
  tookMs = 0
  /** What Slack itself told the user, as `operation_timeout`; undefined when all went well. */
  error: string | undefined
  /** What a form was sent back with: a message for each block_id, from Slack itself or from the bot. */
  errors: Record<string, string> = {}
  /** True once the bot took the message away that was pressed, by `delete_original`. */
  originalDeleted = false
  readonly #workspace: Workspace
  readonly #views: Views
  readonly #messages: Message[] = []
  readonly #viewIds: string[] = []
  readonly #isCommand: boolean

  constructor(name: string, workspace: Workspace, views: Views) {
    this.name = name
    this.#isCommand = name.startsWith('/')
    this.#workspace = workspace
    this.#views = views
  }

  /** Messages given by the acknowledgement or a response_url, in order and in their present state. */
  get answers(): SeenMessage[] {
    return this.#messages.filter((message) => this.#exists(message)).map(seen)
  }

  /** Modals opened with this run's trigger that are still open. */
  get modals(): View[] {
    return this.#viewIds.flatMap((id) => this.#views.find(id) ?? [])
  }

  /** The first answer; waits for it. Rejects at once when Slack told the user of an error instead. */
  answer(patience: Patience = {}): Promise<SeenMessage> {
    return this.#await(() => this.answers[0], 'an answer', patience)
  }

  /** The modal that the bot opens; waits for it. */
  modal(patience: Patience = {}): Promise<View> {
    return this.#await(() => this.modals[0], 'a modal', patience)
  }

  /** Any outcome that the user sees: an answer, a modal, or the pressed message gone. */
  outcome(patience: Patience = {}): Promise<SeenMessage | View | 'original deleted'> {
    const look = () =>
      this.answers[0] ?? this.modals[0] ?? (this.originalDeleted ? 'original deleted' : undefined)
    return this.#await(look, 'any outcome', patience)
  }

  /** For the practice Slack itself: this message came of it. */
  noteMessage(message: Message): void {
    this.#workspace.changes.touch()
    if (this.#messages.includes(message)) return
    this.#messages.push(message)
    if (this.#isCommand && this.#messages.length > 1) {
      this.#workspace.record.problem(
        'answered_twice',
        `${this.name} was answered ${this.#messages.length} times`,
      )
    }
    this.#workspace.changes.touch()
  }

  /** For the practice Slack itself: this modal came of it. */
  noteView(viewId: string): void {
    this.#viewIds.push(viewId)
    this.#workspace.changes.touch()
  }

  #exists(message: Message): boolean {
    return this.#workspace.channels.get(message.channelId)?.messages.get(message.ts) === message
  }

  async #await<T>(look: () => T | undefined, what: string, patience: Patience): Promise<T> {
    const { changes, record } = this.#workspace
    const lastProblems = () =>
      record.problems
        .slice(-5)
        .map((problem) => `- ${problem.message}`)
        .join('\n')
    const found = await changes.until(
      () => {
        const value = look()
        if (value === undefined && this.error)
          throw new Error(`${this.name}: Slack told the user ${this.error}`)
        return value
      },
      { what: `${what} to ${this.name}`, ...patience },
      lastProblems,
    )
    if (found === undefined) throw new Error(`No ${what} to ${this.name}`)
    return found
  }
}
