import type { LocalDate } from '../local-time.js'
import type { Person } from '../person.js'
import type { Detector } from './reason.js'

/** A rhythm has passed without a contact. Nobody is quiet on the day they were introduced or given a rhythm. */
export const quiet: Detector = ({ person, dueOn }, on) =>
  dueOn === null || dueOn > on || isOfToday(person, on) ? [] : [{ kind: 'quiet', occasion: dueOn }]

/** Somebody introduced or given a rhythm today: their teammates have them in mind, and a digest waits a day. */
export const isOfToday = ({ introducedOn, rhythmSetOn }: Person, on: LocalDate): boolean =>
  introducedOn >= on || (rhythmSetOn ?? '') >= on
