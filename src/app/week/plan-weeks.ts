import { type Instant, instantOf, localDateOf } from '../../domain/local-time.js'
import { type Closing, type ToldWeek, toldBefore, weekMs, weeksFrom, weekToTell } from '../../domain/week.js'
import type { AskerPorts } from '../asker.js'
import { maySpeakIn } from '../nudges/speakable.js'
import type { PlaceSettings, Scope } from '../ports.js'
import { unlessItFails } from '../unless-it-fails.js'
import { weekHeard } from './week-heard.js'

export type WeekPorts = AskerPorts & {
  readonly isOver?: () => boolean
  readonly onFault?: (error: unknown) => void
}

/**
 * Gives each channel that wants to hear of its week the notice that tells of it, once it has closed; a week in which
 * nothing was heard is noted, and nothing is said. Where Slack cannot be asked just now, the next pass does it.
 */
export const planWeeks = async (ports: WeekPorts, workspaceId: string, now: Instant): Promise<number> => {
  const scope: Scope = { workspaceId, audience: 'everything' }
  const from = weeksFrom(now.slice(0, 10))
  const hearing = await ports.uow.keep(scope, ({ weeks }) => weeks.hearing(from))
  let planned = 0
  for (const { place, told } of hearing) {
    const closing = weekToTell(now, place, told)
    if (closing === null) continue
    if (ports.isOver?.()) break
    const isPlanned = await unlessItFails(
      () => planWeek(ports, scope, { place, told, closing, now }),
      ({ isFault, error }) => {
        if (isFault) ports.onFault?.(error)
        return false
      },
    )
    if (isPlanned) planned++
  }
  return planned
}

const planWeek = async (
  ports: WeekPorts,
  scope: Scope,
  {
    place,
    told,
    closing: { beginsOn, closesOn, closesAt },
    now,
  }: {
    readonly place: PlaceSettings
    readonly told: readonly ToldWeek[]
    readonly closing: Closing
    readonly now: Instant
  },
): Promise<boolean> => {
  if (!(await maySpeakIn(place.home, (id) => ports.directory.channel(id)))) return false
  const before = toldBefore(beginsOn, told)
  const { after, upTo } = await ports.uow.keep(scope, async ({ weeks, journal }) => ({
    after: before?.upToSeq ?? (await weeks.lengthAt(instantOf(new Date(Date.parse(closesAt) - weekMs)))),
    upTo: await journal.length(),
  }))
  const week = { beginsOn, closesOn, after, upTo }
  const found = await weekHeard(ports, scope.workspaceId, { ...week, people: null }, place, now)
  return ports.uow.keep(scope, async ({ weeks, notices, places }) => {
    // Switched off, or moved, while Slack was asked.
    if ((await places.get(place.home))?.week !== true) return false
    if (!(await weeks.tell(place.home, { beginsOn, upToSeq: upTo })) || found === null) return false
    const on = localDateOf(now, place.zone)
    await notices.give(place.home, { kind: 'week', ...week, people: found.people }, now, on)
    return true
  })
}
