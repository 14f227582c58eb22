import type { Promised } from '../../app/home/promised.js'
import type { Some } from '../../app/home/some.js'
import type { Unattended } from '../../app/home/unattended.js'
import type { Waiting } from '../../app/home/waiting.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button } from './blocks.js'
import type { Reader } from './context.js'
import { named, ours, say, teammate, type Words } from './copy.js'
import { buttons, line, type Part, page } from './page.js'
import { promiseLine, waitingLines } from './waiting-parts.js'

type Today = Pick<Reader, 'today'>

/** How many stand on a page, and so how far *Back* goes. */
export const listLength = 8

export const waitingParts = ({ items }: Some<Waiting>, ctx: Today): Part[] =>
  items.flatMap((each) => [
    line(...waitingLines(each, ctx)),
    buttons([
      button('Card', actionIds.card, each.person.id),
      button('Talked', actionIds.talked, each.person.id),
    ]),
  ])

export const promiseParts = ({ items }: Some<Promised>, ctx: Today): Part[] =>
  items.flatMap((each) => [
    line(promiseLine(each, ctx)),
    buttons([
      button('Kept', actionIds.keptPromise, each.commitment.id),
      button('Card', actionIds.card, each.person.id),
    ]),
  ])

export const unattendedParts = ({ items }: Some<Unattended>): Part[] =>
  items.flatMap(({ person, ownerId }) => [
    line(say`${nameOf(person)}. They were with ${teammate(ownerId)}.`),
    buttons([
      button('Look after them', actionIds.lookAfter, person.id),
      button('Card', actionIds.card, person.id),
    ]),
  ])

const nameOf = (person: Unattended['person']): Words =>
  person.role === '' ? named(person.name) : say`${named(person.name)} · ${person.role}`

/** The lists behind *More* in Home, a page at a time. */
export const waitingList = (some: Some<Waiting>, ctx: Today): Reply =>
  list('Who would be glad to hear from you:', waitingParts(some, ctx), some, actionIds.waitingPage)
export const promisesList = (some: Some<Promised>, ctx: Today): Reply =>
  list('What you promised:', promiseParts(some, ctx), some, actionIds.promisesPage)
export const unattendedList = (some: Some<Unattended>): Reply =>
  list('Whom nobody looks after:', unattendedParts(some), some, actionIds.unattendedPage)

const list = (title: string, parts: readonly Part[], some: Some<unknown>, actionId: string): Reply =>
  page([
    line(ours(title)),
    ...(parts.length === 0 ? [line(say`Nobody and nothing any more.`)] : parts),
    ...pager(some, actionId),
  ])

const pager = ({ offset, items, more }: Some<unknown>, actionId: string): Part[] => {
  const back = button('Back', actionId, String(Math.max(0, offset - listLength)))
  const on = button('More', actionId, String(offset + items.length))
  return [...(offset === 0 ? [] : [buttons([back])]), ...(more ? [buttons([on])] : [])]
}
