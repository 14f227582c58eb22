import type { Happening, MonthOf, YearOf } from '../../../app/pictures/year-of.js'
import { type InteractionKind, interactionKinds } from '../../../domain/interaction.js'
import type { LocalDate } from '../../../domain/local-time.js'
import type { YearLine, YearMonth, YearScene } from '../../../pictures/layout/year-scene.js'
import { clip } from '../blocks.js'
import { ago, monthName } from '../days.js'
import { didWith } from '../kinds.js'
import type { PictureWords } from './picture-words.js'

/** What happened in a month that a picture has room for, and how much of each. */
const mostLines = 2
const longestLine = 110
const longestWords = 300

/** The rarest and most telling first. */
const telling: readonly Happening['kind'][] = [
  'role',
  'left',
  'heard',
  'broken',
  'kept',
  'situation',
  'contact',
]

export const yearScene = (year: YearOf, today: LocalDate): YearScene => ({
  title: clip(year.person.name, 100),
  subtitle: sumWords(year, today),
  months: year.months.map(monthOf),
  kinds: interactionKinds
    .map((kind) => ({
      kind,
      count: year.months.flatMap(({ contacts }) => contacts).filter((each) => each === kind).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => ({ kind, words: `${didWith[kind]} ${times(count)}` })),
})

const monthOf = ({ on, contacts, happened }: MonthOf, nth: number): YearMonth => {
  const shown = new Set(
    happened.toSorted((a, b) => telling.indexOf(a.kind) - telling.indexOf(b.kind)).slice(0, mostLines),
  )
  const more = happened.length - shown.size
  return {
    label: monthName(on).slice(0, 3),
    year: nth === 0 || on.slice(5, 7) === '01' ? on.slice(0, 4) : '',
    contacts,
    lines: happened.filter((each) => shown.has(each)).map(lineOf),
    more: more === 0 ? '' : `and ${more} more`,
  }
}

const lineOf = (happening: Happening): YearLine => {
  const weight = { role: 'change', left: 'change', heard: 'words' } as const
  const { kind } = happening
  return {
    text: happeningWords(happening, longestLine),
    weight: kind === 'role' || kind === 'left' || kind === 'heard' ? weight[kind] : 'plain',
  }
}

const happeningWords = ({ kind, text }: Happening, longest: number): string => {
  const short = clip(text.replace(/\s+/gu, ' '), longest)
  if (kind === 'heard') return `“${short}”`
  if (kind === 'contact') return short
  return `${before[kind]}: ${short}`
}

const before: Readonly<Record<Exclude<Happening['kind'], 'heard' | 'contact'>, string>> = {
  role: 'New role',
  left: 'Left',
  kept: 'Promise kept',
  broken: 'Promise not kept',
  situation: 'Going on',
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

const sumWords = (year: YearOf, today: LocalDate): string =>
  [`${touchWords(year, today)}.`, ...(year.isCut ? [cutWords] : [])].join(' ')

const cutWords = 'More is written down than I look at: of the first months some is missing.'

const touchWords = ({ months, lastOn }: YearOf, today: LocalDate): string => {
  const count = months.reduce((sum, { contacts }) => sum + contacts.length, 0)
  if (lastOn === null) return 'Nobody has been in touch in the last year'
  if (count === 1) return `In touch once in the last year, ${ago(lastOn, today)}`
  return `In touch ${times(count)} in the last year, the last time ${ago(lastOn, today)}`
}

/** All that the picture shows, for whoever does not see it; and what it had no room for. */
export const yearWords = (year: YearOf, today: LocalDate): PictureWords => {
  const name = clip(year.person.name, 100)
  return {
    of: 'A year of',
    about: name,
    lines: [
      `A year of ${name}. ${sumWords(year, today)}`,
      ...year.months
        .filter(({ contacts, happened }) => contacts.length + happened.length > 0)
        .map(({ on, contacts, happened }) => {
          const said = happened.map((each) => happeningWords(each, longestWords))
          const parts = [...(contacts.length === 0 ? [] : [kindsWords(contacts)]), ...said]
          return `${monthName(on)} ${on.slice(0, 4)}: ${parts.join('; ')}.`
        }),
    ],
  }
}

const kindsWords = (contacts: readonly InteractionKind[]): string =>
  interactionKinds
    .map((kind) => ({ kind, count: contacts.filter((each) => each === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${didWith[kind]} ${times(count)}`)
    .join(', ')
