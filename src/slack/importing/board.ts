import type { WebClient } from '@slack/web-api'
import { type ImportNow, nowOf } from '../../app/imports/import-now.js'
import type { NewId } from '../../app/ports.js'
import { undoneWithinMs } from '../../domain/act.js'
import type { Import } from '../../domain/import.js'
import type { Log } from '../../logging.js'
import type { Reply } from '../answer.js'
import { pause } from '../connection/backoff.js'
import { troubleOf } from '../slack-error.js'
import { notReadView } from '../views/imports/file-trouble-view.js'
import { importExpiredView, importView } from '../views/imports/progress-view.js'
import { type NoteDown, Slate, type Standing } from './slate.js'
import { renewedAfterMs, Watches, type WatchPorts } from './watches.js'

export type BoardPorts = WatchPorts & {
  readonly newId: NewId
  readonly client: WebClient
  readonly noteDown: NoteDown
  /** How long a message is left alone between two steps of progress. */
  readonly gapMs: number
  readonly log: Log
}

/**
 * The messages that follow imports, in the DMs of those whose they are. Which message is whose is kept, so that it goes on
 * after a restart; what it says is read anew from the import each time.
 */
export class ImportBoard {
  readonly #ports: BoardPorts
  readonly #watches: Watches
  readonly #slates = new Map<string, Slate>()
  readonly #stopping = new AbortController()
  #looking: Promise<void> | null = null
  #again = false
  #recalledAt: number | null = null
  #nextRecall: NodeJS.Timeout | undefined

  constructor(ports: BoardPorts) {
    this.#ports = ports
    this.#watches = new Watches(ports)
  }

  /** A new message in somebody's DM; null when Slack did not take it. */
  async post(userId: string, reply: Reply): Promise<Slate | null> {
    const { client, noteDown, log } = this.#ports
    const { text, blocks } = reply
    try {
      const opened = await client.conversations.open({ users: userId })
      const channel = opened.channel?.id ?? ''
      const noted = await noteDown(text)
      const { ts = '' } = await client.chat.postMessage({
        channel,
        text,
        blocks: [...blocks],
        unfurl_links: false,
        unfurl_media: false,
      })
      const at = { userId, channelId: channel, ts }
      await noted(at)
      return this.#slate(at)
    } catch (error) {
      const { kind: outcome, code } = troubleOf(error)
      log.error('A message about an import could not be posted', { outcome, code })
      return null
    }
  }

  /**
   * From now on the message says how the import goes; after a restart too. Its file is being read here, until `wasRead`.
   */
  async watch(importId: string, slate: Slate): Promise<void> {
    this.#watches.keepUp(importId, slate.standing)
    await this.#adopt(importId, slate)
  }

  async #adopt(importId: string, slate: Slate): Promise<void> {
    this.#slates.set(importId, slate)
    await this.#watches.remember(importId, slate.standing, '')
  }

  /**
   * The same for a message that was pressed upon. Which one it was is only said: the one that follows the import already
   * goes on, and another is believed in its importer's own DM alone.
   */
  async follow(importId: string, said: Standing): Promise<void> {
    const known = this.#slates.get(importId)?.standing ?? (await this.#watches.of(importId, said.userId))
    if (known !== null) return this.#adopt(importId, this.#slate(known))
    const { client, log } = this.#ports
    try {
      const direct = await client.conversations.open({ users: said.userId })
      if (direct.channel?.id === said.channelId) await this.#adopt(importId, this.#slate(said))
    } catch (error) {
      log.warn('A message about an import is not followed', { code: troubleOf(error).code })
    }
  }

  /**
   * The message speaks of something that is under way and has no name yet: should this process die over it, the next one
   * says so in it. Ends when the returned function is called.
   */
  async hold({ standing }: Slate): Promise<() => Promise<void>> {
    const id = this.#ports.newId()
    this.#watches.keepUp(id, standing)
    await this.#watches.remember(id, standing, '')
    return async () => {
      this.#watches.settle(id)
      await this.#watches.remember(id, standing, '', 0)
    }
  }

  wasRead(importId: string): void {
    this.#watches.settle(importId)
  }

  /** What would come of it is shown: it can be begun, whatever happens to this process. */
  async previewed(importId: string, { standing }: Slate): Promise<void> {
    this.wasRead(importId)
    await this.#watches.remember(importId, standing, previewShown)
  }

  /** Nothing will come of it: what the message says stays. */
  async leave(importId: string): Promise<void> {
    this.wasRead(importId)
    const slate = this.#slates.get(importId)
    this.#slates.delete(importId)
    if (slate !== undefined) await this.#watches.remember(importId, slate.standing, '', 0)
  }

  /** Looks after every import that may have gone on, until none does. Returns at once. */
  look(): void {
    if (this.#stopping.signal.aborted) return
    this.#again = true
    this.#looking ??= this.#lookOn().finally(() => {
      this.#looking = null
      if (this.#again) this.look()
    })
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    clearTimeout(this.#nextRecall)
    this.#watches.stop()
    await this.#looking
    // Else their leases end by themselves.
    await this.#watches.letGo().catch(() => {})
  }

  async #lookOn(): Promise<void> {
    const { signal } = this.#stopping
    let isMoving = true
    while ((this.#again || isMoving) && !signal.aborted) {
      this.#again = false
      try {
        isMoving = await this.#lookOnce()
      } catch (error) {
        this.#ports.log.error('Imports could not be looked after', { err: error })
      }
      if (this.#again || isMoving) await pause(this.#ports.gapMs, signal)
    }
  }

  /** Whether any of them goes on by itself. */
  async #lookOnce(): Promise<boolean> {
    await this.#recall()
    const moving = await this.#ports.uow.read(this.#everything, ({ imports }) => imports.unfinished())
    for (const [id, slate] of [...this.#slates]) await this.#follow(id, slate)
    return moving.length > 0
  }

  /**
   * What was watched before a restart, or by a process that died: what came of it meanwhile may not have been said. What
   * another process looks after is left to it, and looked at again when it may have died.
   */
  async #recall(): Promise<void> {
    const { isShared } = this.#ports
    const now = performance.now()
    if (this.#recalledAt !== null && (!isShared || now - this.#recalledAt < renewedAfterMs)) return
    const held: string[] = []
    for (const { id, standing, shown, heldUntil } of await this.#watches.all()) {
      if (this.#slates.has(id) || this.#watches.isKeptUp(id)) continue
      if (heldUntil !== null) held.push(heldUntil)
      else if (!(await this.#brokeOff(id, standing, shown)))
        this.#slates.set(id, this.#slate(standing, shown))
    }
    this.#recalledAt = now
    if (held.length === 0) return
    const firstMs = Math.min(...held.map((until) => Date.parse(until) - Date.parse(this.#ports.realClock())))
    clearTimeout(this.#nextRecall)
    this.#nextRecall = setTimeout(() => this.look(), Math.max(firstMs, 0) + renewedAfterMs).unref()
  }

  /**
   * A file that was being read when the bot was stopped is read by nobody any more; and one that was read, but never
   * shown, cannot be begun.
   */
  async #brokeOff(importId: string, standing: Standing, shown: string): Promise<boolean> {
    const { uow, clock } = this.#ports
    const scope = this.#watches.scope(standing.userId)
    const isBroken = (found: Import | null): boolean =>
      found?.state === 'staging' || (found?.state === 'ready' && shown === '')
    if (!isBroken(await uow.read(scope, ({ imports }) => imports.get(importId)))) return false
    if ((await this.#watches.take(importId, standing)) === null) return false
    const name = await uow.keep(scope, async ({ imports }) => {
      const found = await imports.get(importId)
      if (found === null || !isBroken(found)) return null
      await imports.change(importId, { state: 'cancelled', changedAt: clock() })
      return found.name
    })
    if (name !== null) await this.#slate(standing).show(notReadView(name, 'stopped'))
    return name !== null
  }

  async #follow(importId: string, slate: Slate): Promise<void> {
    const scope = this.#watches.scope(slate.standing.userId)
    const now = await this.#ports.uow.read(scope, (stores) => nowOf(stores, importId))
    const view = now === null ? importExpiredView() : importView(now)
    if (view !== null && view.text !== slate.text) await this.#say(importId, slate, now, view)
    if (now === null || this.#isOver(now)) this.#slates.delete(importId)
  }

  async #say(importId: string, slate: Slate, now: ImportNow | null, view: Reply): Promise<void> {
    const shown = await this.#watches.take(importId, slate.standing)
    // Another process says it.
    if (shown === null) return void this.#slates.delete(importId)
    // Another process has said it.
    if (shown === view.text) return void this.#slates.set(importId, this.#slate(slate.standing, shown))
    await slate.show(view)
    // Progress is said anew in any case; what is over is not said twice.
    if (now?.state !== 'running' && now?.state !== 'undoing')
      await this.#watches.remember(importId, slate.standing, view.text)
  }

  /** What is done may yet be taken back, for a day; whoever presses later makes it be looked after again. */
  #isOver({ state, changedAt }: ImportNow): boolean {
    if (state !== 'done') return state === 'undone' || state === 'cancelled'
    return Date.parse(this.#ports.clock()) - Date.parse(changedAt) > undoneWithinMs
  }

  #slate(at: Standing, shown = ''): Slate {
    return new Slate(at, shown, this.#ports)
  }

  get #everything() {
    return { workspaceId: this.#ports.workspaceId, audience: 'everything' } as const
  }
}

/** Stands for what a preview says, which names people. */
const previewShown = 'preview'
