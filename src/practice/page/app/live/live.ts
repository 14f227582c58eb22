import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Brought, Deed, Outcome, Scene } from '../../wire.js'
import { forget, recalled, remember } from './memory.js'

type Done = (deed: Deed, outcome: Outcome) => void

/** What the page knows and does: the scene as the server has it now, and deeds sent to the server. */
export class Live {
  scene: Scene | undefined
  /** What to tell the user until they put it away. */
  notice = ''
  isReachable = true
  #user: string
  #channel: string
  #shown = ''
  #looking: Promise<void> | undefined
  #lookAgain = false
  readonly #listeners = new Set<() => void>()
  readonly #doneListeners = new Set<Done>()

  constructor() {
    const asked = new URLSearchParams(location.search)
    this.#user = asked.get('as') ?? recalled('user')
    this.#channel = asked.get('in') ?? recalled('channel')
  }

  start(): void {
    this.#listen()
    void this.look()
  }

  /** Becomes somebody else, in the same place if they see it. */
  be(user: string): void {
    this.#user = user
    void this.look()
  }

  /** Resolves when the place is shown. */
  async go(channel: string): Promise<void> {
    this.#channel = channel
    this.say('')
    await this.look()
  }

  say(notice: string): void {
    this.notice = notice
    this.#changed()
  }

  /** Does something; what went wrong is told to the user. */
  async act(deed: Deed): Promise<Outcome> {
    const outcome = await this.#send(deed)
    this.notice = outcome.error ?? ''
    this.#changed()
    await this.look()
    if (!outcome.error) for (const listener of this.#doneListeners) listener(deed, outcome)
    return outcome
  }

  /** Tells the server what is half filled in; when that is gone meanwhile, there is nothing to say. */
  async keep(deed: Deed): Promise<void> {
    await this.#send(deed)
  }

  /** Brings a file into the workspace, where nobody sees it until something is done with it; else says why not. */
  async bring(file: File): Promise<Brought> {
    const query = new URLSearchParams({ user: this.#user, name: file.name })
    const headers = { 'content-type': 'application/octet-stream' }
    const answer = await fetchJson(`/page/file?${query}`, { method: 'POST', headers, body: file })
    const isBrought = typeof answer === 'object' && answer !== null && ('id' in answer || 'error' in answer)
    const outcome = isBrought ? (answer as Brought) : { error: silence }
    if ('error' in outcome) this.say(outcome.error)
    return outcome
  }

  /** Names that are complete from what was typed of one. */
  async names(typed: string): Promise<string[]> {
    const query = new URLSearchParams({ user: this.scene?.me.id ?? '', typed })
    const names: unknown = await fetchJson(`/page/names?${query}`)
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  onDone(listener: Done): () => void {
    this.#doneListeners.add(listener)
    return () => this.#doneListeners.delete(listener)
  }

  /** Asks for the scene; while an answer is under way, once more after it. Resolves when the newest is shown. */
  look(): Promise<void> {
    this.#lookAgain = true
    this.#looking ??= this.#lookOn()
    return this.#looking
  }

  async #lookOn(): Promise<void> {
    while (this.#lookAgain) {
      this.#lookAgain = false
      const query = new URLSearchParams({ user: this.#user, channel: this.#channel })
      const asked = this.#where
      const answer = await fetchJson(`/page/scene?${query}`)
      // Whoever has gone elsewhere meanwhile is not brought back by what was asked before.
      if (asked === this.#where) this.#take(answer)
      else this.#lookAgain = true
    }
    this.#looking = undefined
  }

  #take(answer: unknown): void {
    const isScene = typeof answer === 'object' && answer !== null && 'era' in answer
    this.isReachable = isScene
    const text = JSON.stringify(answer)
    if (isScene && text !== this.#shown) {
      const scene = answer as Scene
      if (this.scene && this.scene.era !== scene.era) this.#forget(scene)
      this.#shown = text
      this.scene = scene
      this.#user = scene.me.id
      this.#channel = scene.here
      remember('user', scene.me.id)
      remember('channel', scene.here)
    }
    this.#changed()
  }

  /** The workspace was set anew: nothing from before is there any more. */
  #forget(scene: Scene): void {
    forget()
    const before = this.scene
    const handle = before?.me.handle
    this.#user = scene.selves.find((self) => self.handle === handle)?.id ?? scene.me.id
    this.#channel = scene.places.find(({ name }) => name === 'customers')?.id ?? scene.here
    this.#lookAgain = true
  }

  get #where(): string {
    return `${this.#user} ${this.#channel}`
  }

  async #send(deed: Deed): Promise<Outcome> {
    const body = JSON.stringify({ user: this.#user, ...deed })
    const headers = { 'content-type': 'application/json' }
    const outcome = await fetchJson('/page/deed', { method: 'POST', headers, body })
    if (typeof outcome === 'object' && outcome !== null) return outcome
    return { error: silence }
  }

  #listen(): void {
    const events = new EventSource('/page/changes')
    events.onmessage = () => void this.look()
    events.onerror = () => {
      void this.look()
      // While the workspace is set anew the browser gives up at once; it must not.
      if (events.readyState === EventSource.CLOSED) setTimeout(() => this.#listen(), 300)
    }
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}

const silence = 'The practice workspace does not answer. Is it still running in the terminal?'

async function fetchJson(address: string, init?: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(address, init)
    return await response.json()
  } catch {
    return undefined
  }
}

export const LiveContext = createContext<Live | undefined>(undefined)

/** The live page; the component is drawn again whenever it changes. */
export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('Nothing is live here')
  const [, draw] = useState(0)
  useEffect(() => live.onChange(() => draw((count) => count + 1)), [live])
  return live
}

/** The scene; only components below `App` may ask, which waits for it. */
export function useScene(): Scene {
  const { scene } = useLive()
  if (!scene) throw new Error('There is no scene yet')
  return scene
}
