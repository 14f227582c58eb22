import { channelOf } from '../../domain/audience.js'
import { type Post, waitsForWorkingTime } from '../../domain/nudge.js'
import { daysAfter, wallAt, workingDaysBetween, worksOn } from './calendar.js'
import type { Seen } from './seen.js'
import { isSpokenIn } from './sight.js'

/**
 * After a working day without trouble: every channel had its digest, and nothing waits to be sent. `troubledAt`: when
 * something was last wrong, by true time.
 */
export const checkEvening = async (seen: Seen, now: number, troubledAt: number): Promise<void> => {
  const { slack, uow } = seen.ports
  const scope = { workspaceId: slack.me.workspaceId, audience: 'everything' } as const
  const facts = await uow().keep(scope, async ({ posts }) => {
    const unfixed: string[] = []
    for (const place of seen.places.values()) {
      if (channelOf(place.home) === null || !isSpokenIn(slack, place.home)) continue
      const { on, hour } = wallAt(now, place.zone)
      const day = hour >= place.toHour ? on : daysAfter(on, -1)
      const calm = wallAt(Math.max(troubledAt, seen.placesSetOn.get(place.home) ?? 0), place.zone).on
      if (calm >= day || !worksOn(day, place)) continue
      if (!(await posts.digestFixed(place.home, day))) unfixed.push(`${place.home} on ${day}`)
    }
    return { unfixed, unsent: await posts.unfinished() }
  })
  for (const place of facts.unfixed) seen.broken(`no digest in ${place}`)
  const tooLong = facts.unsent.filter(
    (post) => Date.parse(post.plannedAt) < now - 30 * 60 * 60_000 && !waitsForMonday(seen, post, now),
  )
  for (const { id, place, plannedAt, state } of tooLong)
    if (troubledAt < now - 30 * 60 * 60_000)
      seen.broken(`post ${id} in ${place} of ${plannedAt} is ${state} still`)
}

/** What is told in working time alone, and was written when there was none: since then no working day has passed. */
const waitsForMonday = ({ places }: Seen, { place, plannedAt, notice }: Post, now: number): boolean => {
  if (notice === null || !waitsForWorkingTime(notice)) return false
  const hours = places.get(place) ?? usual
  const yesterday = daysAfter(wallAt(now, hours.zone).on, -1)
  return workingDaysBetween(wallAt(Date.parse(plannedAt), hours.zone).on, yesterday, hours) === 0
}
const usual = { zone: 'UTC', days: [1, 2, 3, 4, 5], fromHour: 9, toHour: 17, digestHour: 9, holidays: [] }
