import type { Interaction } from './interaction.js'
import { daysBetween, localDateOf, type Zone } from './local-time.js'
import { compare } from './order.js'

/** So long after a colleague spoke with somebody it is worth knowing what they heard. */
const lately = { hours: 48, days: 2 }

type Contact = Pick<Interaction, 'id' | 'on' | 'at' | 'teammates'>

/**
 * Of the contacts with the same person, the newest one within 48 hours of mine that I had no part in; null when
 * there is none. The zone is that of the one who asks.
 */
export const colleaguesContact = <C extends Contact>(
  mine: Contact,
  others: readonly C[],
  userId: string,
  zone: Zone,
): C | null => {
  const theirs = others.filter(
    (other) => other.id !== mine.id && !other.teammates.includes(userId) && areClose(mine, other, zone),
  )
  return theirs.sort(newestFirst)[0] ?? null
}

const areClose = (a: Contact, b: Contact, zone: Zone): boolean => {
  if (!isOfItsDay(a, zone) || !isOfItsDay(b, zone)) return Math.abs(daysBetween(a.on, b.on)) <= lately.days
  return Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= lately.hours * 3_600_000
}

/** Written down on the day it happened: then the hour is about right. Of an earlier one only the day is known. */
const isOfItsDay = ({ on, at }: Contact, zone: Zone): boolean => on >= localDateOf(at, zone)

const newestFirst = (a: Contact, b: Contact): number => compare(b.on, a.on) || compare(b.at, a.at)
