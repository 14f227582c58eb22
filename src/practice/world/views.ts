import { type Json, objectsAt, textAt } from '../json.js'
import { withIds } from './block-ids.js'
import { ElementStates } from './element-states.js'
import { type View, type ViewOwner, viewObject } from './view.js'
import type { Workspace } from './workspace.js'

/** The modals and Homes that users have before them. */
export class Views {
  readonly states = new ElementStates()
  /**
   * Slack may name another workspace of the organisation in somebody's Home, where the app is installed singly as well
   * (slackapi/bolt-python issue 1229). Undefined: it names the right one.
   */
  homesNameTeam: string | undefined
  readonly #workspace: Workspace
  /** Each user's open modals, the top one last. */
  readonly #stacks = new Map<string, View[]>()
  readonly #homes = new Map<string, View>()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** The user's open modals, the top one last. */
  stackOf(userId: string): readonly View[] {
    return this.#stacks.get(userId) ?? []
  }

  homeOf(userId: string): View | undefined {
    return this.#homes.get(userId)
  }

  /** An open modal or Home by its id or its external_id. */
  find(id: string): View | undefined {
    const all = [...[...this.#stacks.values()].flat(), ...this.#homes.values()]
    return all.find((view) => view.id === id || (view.externalId !== '' && view.externalId === id))
  }

  /** Opens a modal in place of whatever modals this user had open. */
  open(userId: string, body: Json): View {
    const view = this.#make('modal', userId, body, null)
    this.#stacks.set(userId, [view])
    this.#workspace.changes.touch()
    return view
  }

  /** Lays a modal on top of the stack; the caller sees to Slack's limit of three. */
  push(userId: string, body: Json): View {
    const stack = this.#stacks.get(userId) ?? []
    const view = this.#make('modal', userId, body, stack.at(-1) ?? null)
    this.#stacks.set(userId, [...stack, view])
    this.#workspace.changes.touch()
    return view
  }

  /** Replaces what a view shows; its id stays. */
  update(view: View, body: Json): void {
    view.body = body
    view.blocks = this.#blocks(body)
    view.externalId = textAt(body, 'external_id') ?? view.externalId
    view.hash = this.#hash()
    this.#workspace.changes.touch()
  }

  /** Shows a Home; the view keeps its id from one publication to the next. */
  publish(userId: string, body: Json): View {
    const existing = this.#homes.get(userId)
    if (existing) {
      this.update(existing, body)
      return existing
    }
    const view = this.#make('home', userId, body, null)
    this.#homes.set(userId, view)
    this.#workspace.changes.touch()
    return view
  }

  /** Takes the top modal away, or all of them. */
  close(userId: string, which: 'top' | 'all'): void {
    const stack = this.#stacks.get(userId) ?? []
    this.#stacks.set(userId, which === 'all' ? [] : stack.slice(0, -1))
    this.#workspace.changes.touch()
  }

  /** The view as methods and payloads carry it. */
  object(view: View): Json {
    return viewObject(view, this.#owner(view), this.states.values(view.id, view.blocks))
  }

  #owner(view: View): ViewOwner {
    const { identity, organisation, standing } = this.#workspace
    const { teamId, appId, botId } = identity
    const installed = standing()?.isOrgWide && organisation ? organisation.id : teamId
    const shown = view.kind === 'home' ? (this.homesNameTeam ?? installed) : installed
    return { teamId, appId, botId, installedTeamId: shown }
  }

  #make(kind: View['kind'], userId: string, body: Json, previous: View | null): View {
    const id = this.#workspace.nextUniqueId('V')
    return {
      id,
      kind,
      userId,
      body,
      blocks: this.#blocks(body),
      hash: this.#hash(),
      rootId: previous?.rootId ?? id,
      previousId: previous?.id ?? null,
      externalId: textAt(body, 'external_id') ?? '',
    }
  }

  #blocks(body: Json): Json[] {
    return withIds(objectsAt(body, 'blocks'), () => this.#workspace.nextBlockId())
  }

  #hash(): string {
    return `${this.#workspace.clock.seconds()}.${this.#workspace.nextId('').toLowerCase()}`
  }
}
