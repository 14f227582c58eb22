import type { Card } from '../../app/people/card.js'
import { daysBetween } from '../../domain/local-time.js'
import { roleText } from '../../domain/role.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import type { ViewContext } from './context.js'
import { joined, named, ours, say, teammate, typed, type Words } from './copy.js'
import { ago, plainDay, rhythm } from './days.js'
import { didWith } from './kinds.js'
import { nextTurn } from './next-turn.js'
import { buttons, line, type Part, page } from './page.js'

/** Words that were left after `show WHO`. */
export type Leftover = { readonly draftId: string; readonly text: string }

/** More lines than this are not read in the lift; the rest is behind *More*. */
const mostLines = 12
/** A long note is shown whole behind *More*. */
const shown = 400
/** A situation is asked about again after so many days. */
const holdsForDays = 90
const fewest = 3

/** What helps before a call: who they are, what is going on for them, what they said, and what to ask next. */
export const cardView = (card: Card, ctx: ViewContext, leftover: Leftover | null = null): Reply =>
  page([
    line(...cardLines(card, ctx)),
    buttons([
      button('Talked', actionIds.talked, card.person.id, 'primary'),
      button('More', actionIds.more, card.person.id),
      button('Edit', actionIds.editPerson, card.person.id),
    ]),
    ...(leftover === null ? [] : offered(leftover)),
  ])

const offered = ({ draftId, text }: Leftover): Part[] => [
  line(say`You also typed “${clip(text, shown)}”.`),
  buttons(
    [button('Keep as a note', actionIds.pick, `${draftId}:note`)],
    say`“Keep as a note” writes it down.`,
  ),
]

const cardLines = (card: Card, ctx: ViewContext): Words[] => {
  const { person, heard, noticed, contacts } = card
  const helpful = [
    head(card),
    ...situation(card, ctx),
    ...heard.slice(0, 1).map((note) => said(note, ctx)),
    ...contacts.slice(0, 1).map((contact) => spoke(contact, ctx)),
    ...noticed.slice(0, 1).map((note) => say`Noticed ${ago(note.on, ctx.today)}: ${short(note.text)}`),
    say`${turn(card, ctx)} ${ownerOf(card, ctx)}`,
    ...(person.prefers === null ? [] : [say`How they like to be reached: ${short(person.prefers)}`]),
    ...before(card, ctx),
    ...reached(card),
    ...(card.question === null ? [] : [say`Worth asking: ${card.question.text}`]),
  ]
  const older = [
    ...heard.slice(1).map((note) => said(note, ctx)),
    ...noticed.slice(1).map((note) => say`Noticed ${ago(note.on, ctx.today)}: ${short(note.text)}`),
    ...contacts.slice(1).map((contact) => spoke(contact, ctx)),
  ]
  return [...helpful, ...older.slice(0, mostLines - helpful.length)]
}

const short = (text: string): Words => typed(clip(text, shown))

const head = ({ person, held, contacts }: Card): Words => {
  const roles = joined(
    held.slice(0, fewest).map((role) => typed(roleText(role))),
    ', ',
  )
  const who = held.length === 0 ? named(person.name) : say`${named(person.name)} · ${roles}${andMore(held)}`
  // Whoever met them where fewer read than know them knows better than the rest.
  return person.offstage && contacts.length === 0 ? say`${who} · nobody has met them yet` : who
}

const andMore = (all: readonly unknown[]): Words =>
  ours(all.length > fewest ? ` and ${all.length - fewest} more` : '')

const situation = ({ situation: note }: Card, { today }: ViewContext): Words[] => {
  if (note === null) return []
  const isOld = daysBetween(note.on, today) > holdsForDays
  return isOld
    ? [say`Going on for them ${ago(note.on, today)}, check that it still holds: ${short(note.text)}`]
    : [say`Going on for them: ${short(note.text)}`]
}

const said = (note: Card['heard'][number], { today }: ViewContext): Words =>
  say`They said ${ago(note.on, today)}: “${short(note.text)}”`

const spoke = ({ teammates, kind, on, text }: Card['contacts'][number], ctx: ViewContext): Words => {
  const others = teammates.filter((userId) => userId !== ctx.userId).map(teammate)
  const who = joined(others.length === teammates.length ? others : [ours('You'), ...others], ' and ')
  return say`${who} ${didWith[kind]} them ${ago(on, ctx.today)}${ours(text === '' ? '.' : ': ')}${short(text)}`
}

const turn = ({ person, contacts, dueOn }: Card, { today }: ViewContext): Words => {
  const every = rhythm(person.rhythm)
  const met = contacts.length === 0 && !person.offstage ? 'No call or meeting is written down yet. ' : ''
  if (every === null) return say`${ours(met)}No rhythm is set, so they will not come up by themselves.`
  return say`${ours(met)}Rhythm: ${every}. ${nextTurn(dueOn, today)}`
}

const ownerOf = ({ person }: Card, { userId }: ViewContext): Words =>
  person.ownerId === userId ? say`Owner: you.` : say`Owner: ${teammate(person.ownerId)}.`

const before = ({ past }: Card, { today }: ViewContext): Words[] => {
  if (past.length === 0) return []
  const roles = past.slice(0, fewest).map((role) => {
    const until = role.untilOn === null ? '' : ` (until ${plainDay(role.untilOn, today)})`
    return say`${roleText(role)}${ours(until)}`
  })
  return [say`Before: ${joined(roles, ', ')}${andMore(past)}`]
}

const reached = ({ person: { addresses, slackUserId } }: Card): Words[] => {
  const ways = [
    ...addresses.slice(0, fewest).map(typed),
    ...(slackUserId === null ? [] : [teammate(slackUserId)]),
  ]
  return ways.length === 0 ? [] : [say`Reached at ${joined(ways, ', ')}${andMore(addresses)}`]
}
