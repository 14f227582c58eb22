import { type KeyDate, occurrenceIn } from '../key-date.js'
import { type LocalDate, plusDays } from '../local-time.js'
import { type WorkingTime, workingDayUpTo } from '../working-time.js'
import { occasionOf } from './occasion.js'
import type { Detector } from './reason.js'

/** For so many days after it, a day is still told of that could not be told before. */
const toldForDays = 14

/** A day to remember has come: from the last working day at or before it. */
export const date: Detector = ({ dates }, on, time) =>
  dates
    .filter((each) => each.kind === 'date')
    .flatMap((each) =>
      occurrencesAround(each, on, time).map((occurrence) => ({
        kind: 'date',
        occasion: occasionOf(each.id, occurrence),
      })),
    )

/** Days off before it may reach over the turn of the year, and so may the days after it. */
const occurrencesAround = (each: KeyDate, on: LocalDate, time: WorkingTime): LocalDate[] => {
  const year = Number(on.slice(0, 4))
  return [year - 1, year, year + 1]
    .map((wanted) => occurrenceIn(each, wanted))
    .filter((occurrence) => occurrence !== null)
    .filter((occurrence) => occurrence >= each.on)
    .filter((occurrence) => workingDayUpTo(occurrence, time) <= on && on <= plusDays(occurrence, toldForDays))
}
