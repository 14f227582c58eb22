import type { LocalDate } from '../../domain/local-time.js'
import type { Direction } from './day-direction.js'
import { type NamedDay, namedDay, namesNoDay } from './day-forms.js'
import { dayOf, longestPiece, normalPiece } from './day-piece.js'
import { colonDelimits, dropDelimiter } from './delimiters.js'
import { type Marked, plainText } from './words.js'

/** A day where it stands in a text, before anybody asked on which side of today it lies. */
export type SpottedDay = {
  readonly named: NamedDay
  /** The day as typed, and all that was typed, as plain text. */
  readonly typed: string
  readonly text: string
  /** What is left without the day. */
  readonly rest: Marked
  /** The same tail with the day said in other words. */
  readonly tailWith: (day: string) => Marked
}

/** The day at the front of a tail: right behind WHO, with an end of its own or in a form that needs none. */
export const dayAtFront = (tail: Marked, today: LocalDate, direction: Direction): SpottedDay | null => {
  const { text, by } = dropDelimiter(tail)
  // Behind `WHO:` everything is text, unless a day is all there is or has a `:` of its own.
  const free = by === '' || by === ','
  for (const from of startsOf(text)) {
    const body = text.slice(from)
    const found = (free ? dayAtOnce(body, today, direction) : null) ?? dayWithEnd(body, today, free)
    if (found === null) continue
    const behind = dropDelimiter(body.slice(found.to)).text
    const rest = direction === 'past' ? behind : hourLast(behind)
    const typed = plainText(body.slice(0, found.to).trim())
    return { named: found.named, typed, text: plainText(text), rest, tailWith: inFrontOf(rest) }
  }
  return null
}

/** "5pm: send it" says what is to be done, and then when: "send it (5pm)". An hour alone says nothing. */
const hourLast = (text: Marked): Marked => {
  const [, hour, rest = ''] = hourInFront.exec(text) ?? []
  if (hour === undefined) return text
  return rest === '' ? '' : `${rest} (${hour})`
}

/** `birthday 14 march`, `opening on friday`: a day behind the text, where that cannot be anything else. */
export const dayAtEnd = (tail: Marked, today: LocalDate): SpottedDay | null => {
  const text = dropDelimiter(tail).text
  const words = [...text.matchAll(/\S+/gu)]
  for (const word of words.slice(1).slice(-mostDayWords)) {
    const typed = text.slice(word.index)
    const named = dayOf(typed, today)
    if (named === null) continue
    const before = text.slice(0, word.index)
    const announced = /(?<!\S)on\s+$/iu.test(before.slice(-20))
    // "Henry the 8th", "a trip in the sun": only what looks like nothing else, unless "on" announces it.
    if (!announced && (named.kind === 'monthly' || !/\d|^(?:today|tomorrow|in)\b/iu.test(typed))) continue
    const rest = withoutJoint(before)
    return { named, typed: plainText(typed), text: plainText(text), rest, tailWith: inFrontOf(rest) }
  }
  return null
}

/** `1 march lease ends`: the tail with the `:` that it lacks behind its day; null when it begins with no day. */
export const withEndBehindDay = (tail: Marked, today: LocalDate): Marked | null => {
  const { text } = dropDelimiter(tail)
  let impossible: Marked | null = null
  for (const from of startsOf(text)) {
    const body = text.slice(from)
    const words = [...body.slice(0, longestPiece + 1).matchAll(/\S+/gu)]
    for (const word of words.slice(0, mostDayWords).toReversed()) {
      const to = word.index + word[0].length
      if (to > longestPiece) continue
      const typed = body.slice(0, to).replace(/[,;:]$/, '')
      const named = /\d|day|tomorrow/iu.test(typed) ? dayOf(typed, today) : null
      const rest = dropDelimiter(body.slice(to)).text
      if (named === null || rest === '') continue
      if (named.kind !== 'impossible') return `${typed}: ${rest}`
      impossible ??= `${typed}: ${rest}`
    }
  }
  return impossible
}

/** The piece up to the first `:` or the end, when it names a month or a year where a day should stand. */
export const monthAtFront = (tail: Marked): string | null => {
  const body = dropDelimiter(tail).text.replace(/^(?:by|on|in)\s+/iu, '')
  let to = 0
  while (to < body.length && to <= longestPiece && !colonDelimits(body, to)) to++
  const piece = body.slice(0, to).trim()
  return to <= longestPiece && namesNoDay(normalPiece(piece)) ? plainText(piece) : null
}

/** What stands between "by" and a `:`, `by 5pm friday: ...`; null where nothing ends it. */
export const pieceBehindBy = (tail: Marked): string | null => {
  const body = dropDelimiter(tail).text.replace(/^by\s+/iu, '')
  let to = 0
  while (to < body.length && to <= longestPiece && !colonDelimits(body, to)) to++
  return to > 0 && to < body.length && to <= longestPiece ? plainText(body.slice(0, to).trim()) : null
}

/** `send the sample by friday`: the same with its day in front; null where no day stands behind the last "by". */
export const dayBehindBy = (text: Marked, today: LocalDate): Marked | null => {
  const words = /^([\s\S]*\S)\s+by\s+(\S[\s\S]*)$/iu.exec(text)
  const [, before = '', typed = ''] = words ?? []
  if (words === null || typed.length > longestPiece) return null
  const day = typed.replace(/[.;!?]$/, '')
  const isDay = dayOf(hourBehind.exec(day)?.[1] ?? day, today) !== null || dayOf(day, today) !== null
  return isDay ? `by ${day}: ${before}` : null
}

/** What stands behind the last "in", when it names no day: `lease ends in march`. */
export const monthAtEnd = (tail: Marked): string | null => {
  const piece = /(?<!\S)in\s+(\S.*)$/iu.exec(tail.trimEnd().slice(-longestPiece))?.[1] ?? ''
  const month = piece.replace(/^.*\sin\s+/iu, '').replace(/[.;!?]$/, '')
  return namesNoDay(normalPiece(month)) ? plainText(month) : null
}

/** As many words as a day has: "on the day after tomorrow", "tuesday, the 3rd of march 2026". */
const mostDayWords = 6

/** Of "in 3 days" the "in" is part, of "in march" it is not. */
const startsOf = (text: Marked): readonly number[] => {
  const preposition = /^(?:by|on|in)\s+/iu.exec(text)?.[0].length ?? 0
  return preposition === 0 ? [0] : [preposition, 0]
}

const inFrontOf =
  (rest: Marked) =>
  (day: string): Marked =>
    rest === '' ? day : `${day}: ${rest}`

/** Without what joined a text and the day behind it: "birthday is on", "renewal:". */
const withoutJoint = (before: Marked): Marked => {
  let rest = before.trim()
  // "it is on:" has three joints; the end alone is looked at, because any text may come here.
  for (let n = 0; n < 4; n++) {
    const joint = joints.exec(rest.slice(-60))?.[0].length ?? 0
    rest = rest.slice(0, rest.length - joint).trim()
  }
  return rest
}
const joints = /(?:(?:^|\s)(?:is|falls|comes|on|by)|(?<!:[\w+-]{1,60})[,:;]|\s[-–—]+)$/iu

/** A day found at the front of a text; `to` is where it ends. */
type Found = { readonly named: NamedDay; readonly to: number }

const counted =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+)\\s+(?:day|week|month)s?'
const end = '(?=$|\\s|,|[.;!?…:](?=\\s|$))'
const always = `today|yesterday|\\d{4}-\\d{2}-\\d{2}|${counted}\\s+ago`
/** The forms that count whatever stands behind them: what is to come only where it can be meant. */
const atOnce: Record<Direction, RegExp> = {
  past: new RegExp(`^(?:${always})${end}`, 'iu'),
  future: new RegExp(`^(?:${always}|tomorrow|in\\s+${counted})${end}`, 'iu'),
}

const dayAtOnce = (body: Marked, today: LocalDate, direction: Direction): Found | null => {
  const found = atOnce[direction].exec(body.slice(0, longestPiece))?.[0]
  const named = found === undefined ? null : namedDay(normalPiece(found), today)
  return found === undefined || named === null ? null : { named, to: found.length }
}

/** Every other form counts when it is all that stands before `:`, `,` or the end; the longest wins. */
const dayWithEnd = (body: Marked, today: LocalDate, commaEnds: boolean): Found | null => {
  const ends = body.length <= longestPiece ? [body.length] : []
  for (let at = Math.min(body.length, longestPiece) - 1; at > 0; at--) {
    const ended =
      colonDelimits(body, at) ||
      body[at] === '\n' ||
      /^\s[-–—]\s/u.test(body.slice(at, at + 3)) ||
      // In "march 3, 2026 in Berlin" the year has no end: "march 3" alone would be another day.
      (commaEnds && body[at] === ',' && !/^,\s*\d{4}\b/.test(body.slice(at, at + 12)))
    if (ended) ends.push(at)
  }
  for (const to of ends) {
    const named = dayOf(body.slice(0, to), today)
    if (named !== null) return { named, to }
    // "friday at 3pm: ...": a day alone is kept in mind, so the hour stays in the text.
    const day = hourBehind.exec(body.slice(0, to))?.[1]
    const before = day === undefined ? null : dayOf(day, today)
    if (day !== undefined && before !== null) return { named: before, to: day.length }
  }
  return null
}

const clock = '(?:at\\s+)?(?:\\d{1,2}(?::\\d{2})?\\s*(?:am|pm)|\\d{1,2}:\\d{2}|noon|midnight)'
const partOfDay = '(?:in the\\s+|at\\s+)?(?:morning|afternoon|evening|night)'
const hourBehind = new RegExp(`^(.*?\\S)\\s+(?:${clock}|${partOfDay}|(?:at\\s+)?lunch)$`, 'iu')
const hourInFront = new RegExp(`^(${clock}|${partOfDay})(?:\\s*[:,]\\s+|\\s+[-–—]\\s+|$)([\\s\\S]*)$`, 'iu')
