import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { type ImportNow, nowOf } from '../../app/imports/import-now.js'
import type { Clock, NewId, UnitOfWork } from '../../app/ports.js'
import { undoneWithinMs } from '../../domain/act.js'
import type { Log } from '../../logging.js'
import type { Reply } from '../answer.js'
import { pause } from '../connection/backoff.js'
import { troubleOf } from '../slack-error.js'
import { notReadView } from '../views/imports/file-trouble-view.js'
import { importExpiredView, importView } from '../views/imports/progress-view.js'
import { type NoteDown, Slate, type Standing } from './slate.js'

/** Longer than anybody looks back at what a file brought. */
const keptMs = 30 * 24 * 60 * 60 * 1000

/** Which message follows an import, and the last that it said, where that names nobody. */
const watched = z.object({ userId: z.string(), channelId: z.string(), ts: z.string(), shown: z.string() })

export type BoardPorts = {
  readonly uow: UnitOfWork
  readonly clock: Clock
  readonly newId: NewId
  readonly workspaceId: string
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
  readonly #slates = new Map<string, Slate>()
  /** What this process itself holds: nobody has died over it. */
  readonly #held = new Set<string>()
  readonly #stopping = new AbortController()
  #looking: Promise<void> | null = null
  #again = false
  #isRecalled = false

  constructor(ports: BoardPorts) {
    this.#ports = ports
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

  /** From now on the message says how the import goes; after a restart too. */
  async watch(importId: string, slate: Slate): Promise<void> {
    this.#slates.set(importId, slate)
    await this.#remember(importId, slate.standing, '')
  }

  /**
   * The same for a message that was pressed upon. Which one it was is only said: the one that follows the import already
   * goes on, and another is believed in its importer's own DM alone.
   */
  async follow(importId: string, said: Standing): Promise<void> {
    const known = this.#slates.get(importId)?.standing ?? (await this.#watching(importId, said.userId))
    if (known !== null) return this.watch(importId, this.#slate(known))
    const { client, log } = this.#ports
    try {
      const direct = await client.conversations.open({ users: said.userId })
      if (direct.channel?.id === said.channelId) await this.watch(importId, this.#slate(said))
    } catch (error) {
      log.warn('A message about an import is not followed', { code: troubleOf(error).code })
    }
  }

  async #watching(importId: string, userId: string): Promise<Standing | null> {
    const { uow, clock } = this.#ports
    const text = await uow.read(this.#scope(userId), ({ desk }) =>
      desk.draft(draftOf(importId), userId, clock()),
    )
    const read = text === null ? null : watched.safeParse(JSON.parse(text)).data
    return read == null ? null : { userId: read.userId, channelId: read.channelId, ts: read.ts }
  }

  /**
   * The message speaks of something that is under way and has no name yet: should this process die over it, the next one
   * says so in it. Ends when the returned function is called.
   */
  async hold({ standing }: Slate): Promise<() => Promise<void>> {
    const id = this.#ports.newId()
    this.#held.add(id)
    await this.#remember(id, standing, '')
    return () => this.#remember(id, standing, '', 0)
  }

  /** What would come of it is shown: it can be begun, whatever happens to this process. */
  async previewed(importId: string, { standing }: Slate): Promise<void> {
    await this.#remember(importId, standing, previewShown)
  }

  /** Nothing will come of it: what the message says stays. */
  async leave(importId: string): Promise<void> {
    const slate = this.#slates.get(importId)
    this.#slates.delete(importId)
    if (slate !== undefined) await this.#remember(importId, slate.standing, '', 0)
  }

  #remember(importId: string, standing: Standing, shown: string, forMs = keptMs): Promise<void> {
    const { uow, clock } = this.#ports
    const expiresAt = new Date(Date.parse(clock()) + forMs).toISOString()
    const text = JSON.stringify({ ...standing, shown } satisfies z.infer<typeof watched>)
    const draft = { id: draftOf(importId), userId: standing.userId, text, expiresAt }
    return uow.keep(this.#scope(standing.userId), ({ desk }) => desk.putDraft(draft))
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
    await this.#looking
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
    if (!this.#isRecalled) await this.#recall()
    const moving = await this.#ports.uow.read(this.#everything, ({ imports }) => imports.unfinished())
    for (const [id, slate] of [...this.#slates]) await this.#follow(id, slate)
    return moving.length > 0
  }

  /** What was watched before a restart: what came of it meanwhile may not have been said. */
  async #recall(): Promise<void> {
    const drafts = await this.#ports.uow.read(this.#everything, ({ desk }) =>
      desk.draftsNamed(draftOf(''), this.#ports.clock()),
    )
    for (const { id, text } of drafts) {
      const read = watched.safeParse(JSON.parse(text))
      const importId = id.slice(draftOf('').length)
      if (!read.success || this.#slates.has(importId) || this.#held.has(importId)) continue
      const { shown, ...standing } = read.data
      const slate = this.#slate(standing, shown)
      if (!(await this.#brokeOff(importId, slate, shown))) this.#slates.set(importId, slate)
    }
    this.#isRecalled = true
  }

  /**
   * A file that was being read when the bot was stopped is read by nobody any more; and one that was read, but never
   * shown, cannot be begun.
   */
  async #brokeOff(importId: string, slate: Slate, shown: string): Promise<boolean> {
    const { uow, clock } = this.#ports
    const name = await uow.keep(this.#scope(slate.standing.userId), async ({ imports }) => {
      const found = await imports.get(importId)
      const isUnseen = found?.state === 'ready' && shown === ''
      if (found === null || (found.state !== 'staging' && !isUnseen)) return null
      await imports.change(importId, { state: 'cancelled', changedAt: clock() })
      return found.name
    })
    if (name !== null) await slate.show(notReadView(name, 'stopped'))
    return name !== null
  }

  async #follow(importId: string, slate: Slate): Promise<void> {
    const scope = this.#scope(slate.standing.userId)
    const now = await this.#ports.uow.read(scope, (stores) => nowOf(stores, importId))
    const view = now === null ? importExpiredView() : importView(now)
    if (view !== null && view.text !== slate.text) await this.#say(importId, slate, now, view)
    if (now === null || this.#isOver(now)) this.#slates.delete(importId)
  }

  async #say(importId: string, slate: Slate, now: ImportNow | null, view: Reply): Promise<void> {
    await slate.show(view)
    // Progress is said anew in any case; what is over is not said twice.
    if (now?.state !== 'running' && now?.state !== 'undoing')
      await this.#remember(importId, slate.standing, view.text)
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

  /** Imports are their importer's alone. */
  #scope(userId: string) {
    const audience = { userId, homes: [], authoredHomes: [] }
    return { workspaceId: this.#ports.workspaceId, audience }
  }
}

/** Stands for what a preview says, which names people. */
const previewShown = 'preview'

const draftOf = (importId: string): string => `import-${importId}`
