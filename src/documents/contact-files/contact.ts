import type { ContactRow } from '../../domain/contact-file.js'
import { longestNote } from '../../domain/note.js'
import { isTooLongAName } from '../../domain/person.js'
import { employerOf } from '../../domain/role-change/sameness.js'
import { birthdayOf } from './birthdays.js'
import { cut } from './cells.js'
import { eachOnce } from './reached-by.js'

/** What a file says of somebody, tidied. */
export type Said = {
  readonly name: string
  /** Other orders of the name, by which a company may be called that is none. */
  readonly alsoCalled: readonly string[]
  readonly title: string
  readonly company: string
  readonly addresses: readonly string[]
  readonly key: string | null
  /** As the file writes it. */
  readonly birthday: string
  readonly note: string
}

/** As many as a role's title or company may have when it is typed. */
const longestPart = 200
/** A card of an exchange may list hundreds. */
const mostAddresses = 20

/** Somebody, or why nobody can be made of it. What is too long but for a name is cut. */
export const contactOf = (row: number, said: Said): ContactRow => {
  const { name } = said
  // An address book that knows an address alone calls them by it; a number is no name either.
  if (!/\p{L}/u.test(name) || /^\S+@\S+\.\S+$/u.test(name)) return { row, skipped: 'no-name' }
  if (isTooLongAName(name)) return { row, skipped: 'name-too-long' }
  const isEmployer = [name, ...said.alsoCalled].every((own) => employerOf(said.company, own) !== '')
  return {
    row,
    name,
    title: cut(said.title, longestPart),
    company: cut(isEmployer ? said.company : '', longestPart),
    addresses: eachOnce(said.addresses).slice(0, mostAddresses),
    key: said.key,
    birthday: birthdayOf(said.birthday),
    note: cut(said.note, longestNote),
  }
}
