import { casual } from 'chrono-node/en'
import { isLocalDate, type LocalDate } from '../../domain/local-time.js'
import { type NamedDay, namedDay } from './day-forms.js'

/** No day is written longer, and chrono, which is slow on long text, never sees more. */
export const longestPiece = 48

export const normalPiece = (piece: string): string =>
  piece.trim().toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/gu, ' ')

/** The day that a whole piece of text names, as typed; null when it names none. */
export const dayOf = (typed: string, today: LocalDate): NamedDay | null => {
  const piece = normalPiece(typed)
  if (piece === '' || piece.length > longestPiece) return null
  const bare = piece.replace(/[.;!?]$/, '')
  return namedDay(piece, today) ?? namedDay(bare, today) ?? dayByChrono(bare, today)
}

/** What chrono is asked about: days counted from today in words. The rest it would guess at. */
const relative = /\b(?:ago|before|after|from|later|earlier|hence|in)\b/
const vague = /\b(?:half|few|some|several|quarter|hours?|minutes?|seconds?)\b/

const dayByChrono = (piece: string, today: LocalDate): NamedDay | null => {
  if (!relative.test(piece) || vague.test(piece)) return null
  const asked = piece.replace(/^(?=day (?:before|after) )/, 'the ')
  const noon = { instant: new Date(`${today}T12:00:00.000Z`), timezone: 0 }
  const [found, ...more] = casual.parse(asked, noon)
  if (found === undefined || more.length > 0 || found.text.length !== asked.length || found.end) return null
  const day = found.start
  if (!day.isCertain('day') || !day.isCertain('month') || day.isCertain('hour')) return null
  const at = day.date()
  // "99999999999 days from now" is beyond what a Date can hold.
  const on = Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10)
  return isLocalDate(on) ? { kind: 'on', on } : { kind: 'impossible' }
}
