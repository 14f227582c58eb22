import type { KeyDate } from '../key-date.js'
import { type LocalDate, plusDays } from '../local-time.js'
import { longestRest, type WorkingTime, workingDayUpTo } from '../working-time.js'
import { occasionOf } from './occasion.js'
import { occurrencesIn, toldForDays } from './occurrences.js'
import type { Detector } from './reason.js'

/** A day to remember has come: from the last working day at or before it, and for a while after it. */
export const date: Detector = ({ dates }, on, time) =>
  dates
    .filter((each) => each.kind === 'date')
    .flatMap((each) =>
      comeBy(each, on, time).map((day) => ({ kind: 'date', occasion: occasionOf(each.id, day) })),
    )

const comeBy = (each: KeyDate, on: LocalDate, time: WorkingTime): LocalDate[] =>
  occurrencesIn(each, { from: plusDays(on, -toldForDays), to: plusDays(on, longestRest) })
    .filter((day) => day >= each.on)
    .filter((day) => workingDayUpTo(day, time) <= on)
