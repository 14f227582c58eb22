import { type Instant, instantAt, type LocalDate, localDateOf, plusDays } from '../../domain/local-time.js'
import { waitsForWorkingTime } from '../../domain/nudge.js'
import { isWorkingDay, isWorkingTime, type WorkingTime } from '../../domain/working-time.js'
import type { NewsWaiting, Now, WaitingPost, Waits } from '../ports/turns.js'

/** News goes out at most this often in one place: see `planPass`. */
const newsGapMs = 60 * 60_000
const minuteMs = 60_000
/**
 * News that could not be told just now waits for room in the day or for the next morning, held words for what is known, and
 * a digest that could not be fixed is of a place that nobody reads, or whose people are told of elsewhere.
 */
const muchLaterMs = 10 * minuteMs

/**
 * When there is something to do in a workspace: `now` when there is already, null when nothing is known to come. After a
 * slice that was not cut short, what waits still could not be done (`hasTried`): it is tried again after a while.
 */
export const whenNext = (waits: Waits, at: Now, hasTried = false): Instant | null => {
  const again = (instant: Instant, ms = minuteMs): Instant =>
    hasTried && instant <= at.now ? later(at.now, ms) : instant
  const comes = [
    ...(waits.isStale || waits.hasImports ? [again(at.now)] : []),
    ...(waits.isReading ? [again(afterBeat(waits, at))] : []),
    ...(waits.isHeldKnown ? [again(at.now, muchLaterMs)] : []),
    ...waits.posts.map((post) => again(sendableFrom(post, at))),
    ...(waits.retractFrom === null ? [] : [again(byOurClock(waits.retractFrom, at))]),
    ...(waits.sourcesFrom === null ? [] : [again(waits.sourcesFrom)]),
    ...(waits.weekFrom === null ? [] : [again(waits.weekFrom, muchLaterMs)]),
    ...waits.news.flatMap((news) => newsFrom(news, at.now)).map((instant) => again(instant, muchLaterMs)),
    ...waits.hours.flatMap(({ time, isOpen }) => [
      ...(isOpen ? [hasTried ? later(at.now, muchLaterMs) : afterBeat(waits, at)] : []),
      ...nextOf(at.now, time, Math.max(time.fromHour, time.digestHour)),
    ]),
  ]
  const first = comes.sort()[0]
  return first === undefined ? null : latest(first, at.now)
}

const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other)
const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString()

/** What waits for the machine's time comes as much later by what the bot takes for now. */
const byOurClock = (realInstant: Instant, { now, realNow }: Now): Instant =>
  later(now, Math.max(0, Date.parse(realInstant || realNow) - Date.parse(realNow)))

/** A place whose digest stays open, and a file that is read, are looked at once a minute, however often it is woken. */
const afterBeat = ({ beatAt }: Waits, { now, realNow }: Now): Instant => {
  const ms = beatAt === null ? 0 : Date.parse(beatAt) + minuteMs - Date.parse(realNow)
  return ms > 0 && ms <= minuteMs ? later(now, ms) : now
}

/** As `hasCome` has it. */
const sendableFrom = ({ kind, plannedAt, notBefore, time }: WaitingPost, at: Now): Instant => {
  const from = notBefore === null ? at.now : byOurClock(notBefore, at)
  if (time === null) return from
  const its = localDateOf(plannedAt, time.zone)
  if (its > localDateOf(from, time.zone)) return instantAt(its, 0, time.zone)
  const isNotice = kind !== 'digest' && kind !== 'role-news'
  const waitsForWork = isNotice && waitsForWorkingTime({ kind }) && !isWorkingTime(from, time)
  return waitsForWork ? (nextOf(from, time, time.fromHour)[0] ?? later(from, 60 * minuteMs)) : from
}

const newsFrom = ({ time, lastPlanned }: NewsWaiting, now: Instant): Instant[] => {
  if (time === null) return [now]
  if (!isWorkingTime(now, time)) return nextOf(now, time, time.fromHour)
  const isTooSoon = lastPlanned !== null && Math.abs(Date.parse(now) - Date.parse(lastPlanned)) < newsGapMs
  return [isTooSoon ? latest(later(lastPlanned, newsGapMs), later(now, minuteMs)) : now]
}

/** When an hour comes next, today or tomorrow: nobody waits longer for a look. */
const nextOf = (now: Instant, time: WorkingTime, hour: number): Instant[] => {
  if (hour >= time.toHour) return []
  const today: LocalDate = localDateOf(now, time.zone)
  const found = [today, plusDays(today, 1)]
    .filter((on) => isWorkingDay(on, time))
    .map((on) => instantAt(on, hour * 60, time.zone))
    .find((instant) => instant > now)
  return found === undefined ? [] : [found]
}
