import { isDigestTime } from '../../src/domain/working-time.js'
import type { Posted } from './slack-stand-in.js'
import { workingHours, zoneOf } from './town.js'

const hours = {
  days: [1, 2, 3, 4, 5],
  fromHour: workingHours.from,
  toHour: workingHours.to,
  digestHour: workingHours.digest,
  holidays: [],
} as const

/** All that reached Slack, held to what must never be. */
export class Arrivals {
  readonly broken: string[] = []
  total = 0
  readonly #posts = new Set<string>()
  readonly #lately = new Map<string, number>()
  /** Posts in one channel within one second of each other: Slack lets one through. */
  tooFast = 0

  takeIn(posted: readonly Posted[]): void {
    for (const { workspaceId, channelId, postId, atMs } of posted) {
      this.total += 1
      const id = `${workspaceId} ${postId}`
      if (postId === '') this.broken.push(`A message without a name in ${workspaceId}`)
      if (this.#posts.has(id)) this.broken.push(`Posted twice: ${id}`)
      this.#posts.add(id)
      const at = new Date(atMs).toISOString()
      if (!isDigestTime(at, { ...hours, zone: zoneOf(workspaceId) }))
        this.broken.push(`Posted outside of working time: ${id} at ${at}`)
      const channel = `${workspaceId} ${channelId}`
      const last = this.#lately.get(channel)
      if (last !== undefined && Math.abs(atMs - last) < 1_000) this.tooFast += 1
      this.#lately.set(channel, atMs)
    }
  }

  /** What the database takes for posted is what was. */
  agreesWith(sent: readonly { readonly workspaceId: string; readonly id: string }[]): void {
    const kept = new Set(sent.map(({ workspaceId, id }) => `${workspaceId} ${id}`))
    for (const id of kept)
      if (!this.#posts.has(id)) this.broken.push(`Taken for posted, and never was: ${id}`)
    for (const id of this.#posts) if (!kept.has(id)) this.broken.push(`Posted, and nobody knows of it: ${id}`)
  }
}
