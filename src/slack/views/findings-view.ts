import type { Corrected } from '../../app/entries/put-right-by.js'
import type { Findings } from '../../app/people/find.js'
import type { Found, PersonName } from '../../app/ports.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import type { ViewContext } from './context.js'
import { command, named, ours, say, teammate, type Words } from './copy.js'
import { ago, dayOfYear, longDay } from './days.js'
import { around } from './excerpt.js'
import { buttons, line, type Part, page, row } from './page.js'
import { putRightWords } from './put-right-words.js'

const longestTyped = 200
/** How far *Back* goes. */
const pageLength = 8

/** People first, then what is known about them, with the words around the match. */
export const findingsView = (found: Findings, typed: string, draftId: string, ctx: ViewContext): Reply => {
  const { people, entries, offset, wholeWords } = found
  const looked = clip(typed, longestTyped)
  if (people.length === 0 && entries.length === 0) return nothing(looked, offset, draftId, wholeWords)
  return page([
    ...(people.length === 0 ? [] : [line(say`People found for “${looked}”:`), ...people.map(someone)]),
    ...(entries.length === 0
      ? []
      : [
          line(say`What is known, newest first, with “${looked}” in it:`),
          line(...entries.map((entry) => known(entry, found.words, ctx))),
        ]),
    ...(wholeWords ? [line(encrypted)] : []),
    ...pager(found, draftId),
  ])
}

const encrypted = say`Notes and what was said are encrypted here: whole words find them, and beginnings do not.`

const nothing = (looked: string, offset: number, draftId: string, wholeWords: boolean): Reply =>
  page([
    looked.trim() === ''
      ? line(say`What shall I look for? For example ${command('/person find concert')}`)
      : line(
          say`Nothing ${ours(offset === 0 ? '' : 'more ')}found for “${looked}”.`,
          wholeWords
            ? encrypted
            : say`Fewer words find more, and a beginning is enough: ${command('/person find con')} finds “concert”.`,
        ),
    ...back(offset, draftId),
  ])

const someone = (person: PersonName): Part =>
  row(
    [person.role === '' ? named(person.name) : say`${named(person.name)} · ${person.role}`],
    button('Card', actionIds.card, person.id),
  )

const known = (entry: Corrected<Found>, words: readonly string[], ctx: ViewContext): Words => {
  const name = named(entry.person.name)
  const when = ago(entry.on, ctx.today)
  const text = around(entry.text, words)
  const by = entry.by === ctx.userId ? ours('you') : teammate(entry.by)
  const corrected = putRightWords(entry, ctx.userId)
  switch (entry.kind) {
    case 'heard':
      return say`${name} said ${when}${corrected}: “${text}”`
    case 'note':
      return say`${name}, noticed ${when} by ${by}${corrected}: ${text}`
    case 'interaction':
      return say`${name}, in touch with ${by} ${when}${corrected}: ${text}`
    case 'prefers':
      return say`${name} likes to be reached by: ${text}`
    case 'role':
      return say`${name}, role${corrected}: ${text}`
    case 'tie':
      return say`${name} ${text}${corrected}`
    case 'situation':
      return say`${name}, going on ${when}, from ${by}${corrected}: ${text}`
    case 'promise':
      return say`${name}, promised ${when} by ${by}${corrected}: ${text}`
    case 'step':
      return say`${name}, their step, said ${when}${corrected}: ${text}`
    case 'date':
    case 'trigger':
      return say`${name}, a day that matters${dayOf(entry)}${corrected}: ${text}`
    case 'question':
      return say`${name}, ${by} asked ${when}${corrected}: ${text}`
  }
}

const dayOf = ({ day }: Found): Words => {
  if (day === undefined) return []
  const { monthDay, year, yearly } = day
  return ours(`, ${yearly || year === null ? dayOfYear(monthDay) : longDay(`${year}-${monthDay}`)}`)
}

const pager = ({ offset, people, entries, more }: Findings, draftId: string): Part[] => [
  ...back(offset, draftId),
  ...(more
    ? [
        buttons(
          [button('More', actionIds.findPage, `${draftId}:${offset + people.length + entries.length}`)],
          say`“More” shows the rest.`,
        ),
      ]
    : []),
]

const back = (offset: number, draftId: string): Part[] =>
  offset === 0
    ? []
    : [buttons([button('Back', actionIds.findPage, `${draftId}:${Math.max(0, offset - pageLength)}`)])]
