import { z } from 'zod'
import type { Clock, UnitOfWork } from '../../app/ports.js'
import type { Instant } from '../../domain/local-time.js'
import type { Standing } from './slate.js'

/** Longer than anybody looks back at what a file brought. */
const keptMs = 30 * 24 * 60 * 60 * 1000
/** Whoever looks after a message says so again well before; when it does not, it is dead. */
const leaseMs = 30_000
export const renewedAfterMs = 10_000

/**
 * Which message follows an import, and the last that it said, where that names nobody; and which process looks after it,
 * until when (real time). Releases of before name none.
 */
const watched = z.object({
  userId: z.string(),
  channelId: z.string(),
  ts: z.string(),
  shown: z.string(),
  by: z.string().nullable().default(null),
  until: z.string().default(''),
})
type Watched = z.infer<typeof watched>

export type WatchPorts = {
  readonly uow: UnitOfWork
  readonly clock: Clock
  readonly realClock: Clock
  readonly workspaceId: string
  /** Names this process. */
  readonly sender: string
  /** Whether other processes may be at work on the same database; else whoever is named in it is dead. */
  readonly isShared: boolean
}

/** A message that follows an import; `heldUntil` while another process looks after it. */
export type Found = {
  readonly id: string
  readonly standing: Standing
  readonly shown: string
  readonly heldUntil: Instant | null
}

/** What is kept of the messages that follow imports, so that they go on after a restart, in one process at a time. */
export class Watches {
  readonly #ports: WatchPorts
  /** What this process is at itself: nobody has died over it. */
  readonly #keptUp = new Map<string, NodeJS.Timeout>()
  /** Whose are those that this process looks after, and when it last said so. */
  readonly #taken = new Map<string, { readonly userId: string; readonly at: number }>()

  constructor(ports: WatchPorts) {
    this.#ports = ports
  }

  /** The same from now on; with nothing left of `forMs`, nobody has to any more. */
  async remember(id: string, standing: Standing, shown: string, forMs = keptMs): Promise<void> {
    const { uow, clock } = this.#ports
    const expiresAt = new Date(Date.parse(clock()) + forMs).toISOString()
    const text = JSON.stringify({ ...standing, shown, ...this.#lease() } satisfies Watched)
    const draft = { id: draftOf(id), userId: standing.userId, text, expiresAt }
    await uow.keep(this.scope(standing.userId), ({ desk }) => desk.putDraft(draft))
    if (forMs > 0) this.#taken.set(id, { userId: standing.userId, at: performance.now() })
    else this.#taken.delete(id)
  }

  async of(id: string, userId: string): Promise<Standing | null> {
    const { uow, clock } = this.#ports
    const text = await uow.read(this.scope(userId), ({ desk }) => desk.draft(draftOf(id), userId, clock()))
    const read = parsed(text)
    return read === null ? null : standingOf(read)
  }

  async all(): Promise<readonly Found[]> {
    const { uow, clock, workspaceId } = this.#ports
    const drafts = await uow.read({ workspaceId, audience: 'everything' }, ({ desk }) =>
      desk.draftsNamed(draftOf(''), clock()),
    )
    return drafts.flatMap(({ id, text }) => {
      const read = parsed(text)
      if (read === null) return []
      const heldUntil = this.#isAnothers(read) ? read.until : null
      return [{ id: id.slice(draftOf('').length), standing: standingOf(read), shown: read.shown, heldUntil }]
    })
  }

  /**
   * The right to say something in a message from now on, and for a while. Answers the last that it said, where that names
   * nobody; null when another process looks after it, or nobody has to any more.
   */
  async take(id: string, { userId }: Standing): Promise<string | null> {
    const { uow, clock, isShared } = this.#ports
    const taken = this.#taken.get(id)
    if (!isShared || (taken !== undefined && performance.now() - taken.at < renewedAfterMs)) return ''
    const shown = await uow.keep(this.scope(userId), async ({ desk }) => {
      const read = parsed(await desk.draft(draftOf(id), userId, clock()))
      if (read === null || this.#isAnothers(read)) return null
      const expiresAt = new Date(Date.parse(clock()) + keptMs).toISOString()
      const text = JSON.stringify({ ...read, ...this.#lease() } satisfies Watched)
      await desk.putDraft({ id: draftOf(id), userId, text, expiresAt })
      return read.shown
    })
    if (shown === null) this.#taken.delete(id)
    else this.#taken.set(id, { userId, at: performance.now() })
    return shown
  }

  /** Says again and again that this process is at it, until `settle`. */
  keepUp(id: string, standing: Standing): void {
    const again = () => void this.remember(id, standing, '').catch(() => {})
    this.#keptUp.get(id)?.close()
    this.#keptUp.set(id, setInterval(again, renewedAfterMs).unref())
  }
  isKeptUp(id: string): boolean {
    return this.#keptUp.has(id)
  }
  settle(id: string): void {
    this.#keptUp.get(id)?.close()
    this.#keptUp.delete(id)
  }

  stop(): void {
    for (const id of [...this.#keptUp.keys()]) this.settle(id)
  }

  /** Whoever comes next looks after them at once, and waits for no lease to end. */
  async letGo(): Promise<void> {
    const { uow, clock, isShared, sender } = this.#ports
    for (const [id, { userId }] of isShared ? [...this.#taken] : [])
      await uow.keep(this.scope(userId), async ({ desk }) => {
        const read = parsed(await desk.draft(draftOf(id), userId, clock()))
        if (read === null || read.by !== sender) return
        const expiresAt = new Date(Date.parse(clock()) + keptMs).toISOString()
        const text = JSON.stringify({ ...read, by: null, until: '' } satisfies Watched)
        await desk.putDraft({ id: draftOf(id), userId, text, expiresAt })
      })
    this.#taken.clear()
  }

  /** Imports are their importer's alone. */
  scope(userId: string) {
    const audience = { userId, homes: [], authoredHomes: [] }
    return { workspaceId: this.#ports.workspaceId, audience }
  }

  #lease() {
    const { sender, realClock } = this.#ports
    return { by: sender, until: new Date(Date.parse(realClock()) + leaseMs).toISOString() }
  }

  #isAnothers({ by, until }: Watched): boolean {
    const { isShared, sender, realClock } = this.#ports
    return isShared && by !== null && by !== sender && until > realClock()
  }
}

const draftOf = (id: string): string => `import-${id}`

const parsed = (text: string | null): Watched | null =>
  text === null ? null : (watched.safeParse(JSON.parse(text)).data ?? null)

const standingOf = ({ userId, channelId, ts }: Watched): Standing => ({ userId, channelId, ts })
