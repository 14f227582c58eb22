import type { Corrected } from '../../app/entries/put-right-by.js'
import type { Card } from '../../app/people/card-model.js'
import { daysBetween } from '../../domain/local-time.js'
import { type Note, situationHoldsForDays } from '../../domain/note.js'
import { roleText } from '../../domain/role.js'
import { clip } from './blocks.js'
import { toAskLine, worthAskingLine } from './card-asking.js'
import { nextDaysLine, triggerLine } from './card-days.js'
import { promisedLines, promisedOnOneLine } from './card-promises.js'
import { andMore, brief, short } from './card-text.js'
import { tiesLine } from './card-ties.js'
import { yearPicture } from './contact-year.js'
import type { Reader } from './context.js'
import { joined, label, named, ours, say, teammate, typed, type Words } from './copy.js'
import { ago, plainDay, rhythm } from './days.js'
import { fromSource } from './from-source.js'
import { didWith } from './kinds.js'
import { nextTurn } from './next-turn.js'
import { putRightWords } from './put-right-words.js'
import { claimWords } from './role-claim.js'

/** More lines than this are not read in the lift; the rest is behind *More*. */
const mostLines = 12
const fewest = 3

/** The lines of a card: what helps first stands first, and what does not exist takes no line. */
export const cardLines = (card: Card, reader: Reader): Words[] => {
  const { promised, promisedCount } = card
  const full = helpful(card, reader, promisedLines(promised, promisedCount, 2, reader))
  const inShort = promisedOnOneLine(promised, promisedCount, 2, reader)
  const lines = full.length > mostLines ? helpful(card, reader, inShort) : full
  return [...lines, ...further(card, reader)].slice(0, mostLines)
}

const helpful = (card: Card, reader: Reader, promised: readonly Words[]): Words[] => {
  const { person, heard, contacts, trigger, next, ties, toAsk, worthAsking } = card
  return [
    head(card),
    ...(card.claim === null ? [] : [claimWords(card.claim, reader.today)]),
    ...(trigger === null ? [] : [triggerLine(trigger, reader.today)]),
    ...situation(card, reader),
    ...heard.slice(0, 1).map((note) => said(note, reader)),
    ...promised,
    ...contacts.slice(0, 1).map((contact) => lastSpoke(contact, card.year, reader)),
    ...(next.length === 0 ? [] : [nextDaysLine(next, reader.today)]),
    ...(ties.length === 0 ? [] : [tiesLine(ties, card.tieCount)]),
    ...(person.prefers === null
      ? []
      : [say`${label('How they like to be reached:')} ${brief(person.prefers)}`]),
    say`${turn(card, reader)} ${ownerOf(card, reader)}`,
    ...(toAsk === null ? [] : [toAskLine(toAsk)]),
    ...(worthAsking === null ? [] : [worthAskingLine(worthAsking)]),
  ]
}

/** What fills the card where little else is known. */
const further = (card: Card, reader: Reader): Words[] => [
  ...card.noticed.slice(0, 1).map((note) => noticed(note, reader)),
  ...before(card, reader),
  ...reached(card),
  ...card.heard.slice(1).map((note) => said(note, reader)),
  ...card.noticed.slice(1).map((note) => noticed(note, reader)),
  ...card.contacts.slice(1).map((contact) => spoke(contact, reader)),
]

/** Who says what stands first on the card, where no teammate has confirmed it; null where one has. */
export const unconfirmed = ({ person, held }: Pick<Card, 'person' | 'held'>): string | null =>
  held.find(({ source = null }) => source !== null)?.source ?? person.source ?? null

const head = ({ person, held, contacts }: Card): Words => {
  const roles = joined(
    held.slice(0, fewest).map((role) => brief(roleText(role))),
    ', ',
  )
  const called =
    held.length === 0
      ? named(person.name)
      : say`${named(person.name)} · ${roles}${andMore(held.length, fewest)}`
  const source = unconfirmed({ person, held })
  const who = source === null ? called : say`${called} · ${fromSource(source)}, not confirmed`
  // Whoever met them where fewer read than know them knows better than the rest.
  return person.offstage && contacts.length === 0 ? say`${who} · nobody has met them yet` : who
}

const situation = ({ situation: note }: Card, { today, userId }: Reader): Words[] => {
  if (note === null) return []
  const isOld = daysBetween(note.on, today) > situationHoldsForDays
  return isOld
    ? [
        say`${label('Going on for them')} ${ago(note.on, today)}${putRightWords(note, userId)}, check that it still holds: ${short(note.text)}`,
      ]
    : note.putRightBy === undefined
      ? [say`${label('Going on for them:')} ${short(note.text)}`]
      : [say`${label('Going on for them')}${putRightWords(note, userId)}: ${short(note.text)}`]
}

const said = (note: Corrected<Note>, { today, userId }: Reader): Words =>
  say`${label('They said')} ${ago(note.on, today)}${putRightWords(note, userId)}: “${short(note.text)}”`

const noticed = (note: Corrected<Note>, { today, userId }: Reader): Words =>
  say`${label('Noticed')} ${ago(note.on, today)}${putRightWords(note, userId)}: ${short(note.text)}`

type Contact = Card['contacts'][number]

const lastSpoke = (contact: Contact, year: readonly number[], reader: Reader): Words => {
  const picture = yearPicture(year, contact.on, reader.today)
  return picture === null ? spoke(contact, reader) : say`${spoke(contact, reader)} · ${picture}`
}

const spoke = (contact: Contact, { today, userId }: Reader): Words => {
  const { teammates, kind, on, text } = contact
  const others = teammates
    .filter((each) => each !== userId)
    .slice(0, fewest)
    .map(teammate)
  const who = joined(teammates.includes(userId) ? [ours('You'), ...others] : others, ' and ')
  return say`${who} ${didWith[kind]} them ${ago(on, today)}${putRightWords(contact, userId)}${ours(text === '' ? '' : ': ')}${short(text)}`
}

const turn = ({ person, contacts, dueOn }: Card, { today }: Reader): Words => {
  const every = rhythm(person.rhythm)
  const met = contacts.length === 0 && !person.offstage ? 'No call or meeting is written down yet. ' : ''
  if (every === null) return say`${ours(met)}No rhythm is set, so they will not come up by themselves.`
  return say`${ours(met)}${label('Rhythm:')} ${every}. ${nextTurn(dueOn, today)}`
}

const ownerOf = ({ person }: Card, { userId }: Reader): Words =>
  person.ownerId === userId ? say`Owner: you.` : say`Owner: ${teammate(person.ownerId)}.`

const before = ({ past }: Card, { today }: Reader): Words[] => {
  if (past.length === 0) return []
  const roles = past.slice(0, fewest).map((role) => {
    const until = role.untilOn === null ? '' : ` (until ${plainDay(role.untilOn, today)})`
    return say`${brief(roleText(role))}${ours(until)}`
  })
  return [say`${label('Before:')} ${joined(roles, ', ')}${andMore(past.length, fewest)}`]
}

const reached = ({ person: { addresses, slackUserId } }: Card): Words[] => {
  const ways = [
    ...addresses.slice(0, fewest).map((address) => typed(clip(address, 120))),
    ...(slackUserId === null ? [] : [teammate(slackUserId)]),
  ]
  return ways.length === 0
    ? []
    : [say`${label('Reached at')} ${joined(ways, ', ')}${andMore(addresses.length, fewest)}`]
}
