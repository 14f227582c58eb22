import { setImmediate } from 'node:timers/promises'
import { ContactFileTooLarge, type ContactRow, mostRows } from '../../domain/contact-file.js'
import { cardLines } from './card-lines.js'
import { propertyOf, type RawProperty } from './card-property.js'
import { saidInCard } from './card-said.js'
import { contactOf } from './contact.js'

/** What is read of a card; photos, sounds and keys are not held at all. */
const read = new Set([
  'FN',
  'N',
  'ORG',
  'TITLE',
  'ROLE',
  'EMAIL',
  'TEL',
  'BDAY',
  'NOTE',
  'URL',
  'UID',
  'KIND',
])
const alsoRead = new Set(['X-SOCIALPROFILE', 'X-ADDRESSBOOKSERVER-KIND', 'X-ABSHOWAS', 'SOCIALPROFILE'])
/** More is no card of one person. */
const mostProperties = 400
const longestCard = 256 * 1024
/** So many cards, and the bot may do something else. */
const turn = 200

/** Everybody in a file of vCards, in its order; `row` is the card's place, from 1. Throws `ContactFileTooLarge` behind `mostRows`. */
export async function* cardContacts(texts: AsyncIterable<string>): AsyncGenerator<ContactRow> {
  let row = 0
  let card: OpenCard | null = null
  for await (const line of cardLines(texts)) {
    const property = propertyOf(line)
    if (property === null) continue
    const mark = property.value.trim().toUpperCase()
    if (property.name === 'BEGIN' && mark === 'VCARD') {
      if (card?.isAgent()) {
        card.depth += 1
        continue
      }
      // The card before was never ended.
      if (card !== null) yield { row, skipped: 'broken' }
      card = new OpenCard()
      row += 1
      if (row > mostRows) throw new ContactFileTooLarge('rows', mostRows)
      if (row % turn === 0) await setImmediate()
    } else if (property.name === 'END' && mark === 'VCARD' && card !== null) {
      card.depth -= 1
      if (card.depth > 0) continue
      yield card.read(row)
      card = null
    } else card?.add(property)
  }
  if (card !== null) yield { row, skipped: 'broken' }
}

class OpenCard {
  /** A card of 2.1 may have another one in it: a secretary's. */
  depth = 1
  #properties: RawProperty[] = []
  #length = 0
  #isTooLarge = false
  #last = ''

  add(property: RawProperty): void {
    this.#last = property.name
    if (this.depth > 1 || !(read.has(property.name) || alsoRead.has(property.name))) return
    this.#length += property.value.length
    this.#isTooLarge ||= this.#properties.length >= mostProperties || this.#length > longestCard
    if (!this.#isTooLarge) this.#properties.push(property)
  }

  /** Whether a card that begins here is somebody else's, inside this one. */
  isAgent(): boolean {
    return this.#last === 'AGENT' || this.depth > 1
  }

  read(row: number): ContactRow {
    if (this.#isTooLarge) return { row, skipped: 'too-large' }
    const said = saidInCard(this.#properties)
    return typeof said === 'string' ? { row, skipped: said } : contactOf(row, said)
  }
}
