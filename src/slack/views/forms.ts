import type { ModalView } from '@slack/types'
import type { AnyEntry } from '../../app/entries/entry.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'

const soon = (...said: readonly unknown[]): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: String(said.length) },
  blocks: [],
})
export const editPersonForm = (person: Person, metadata: string): ModalView => soon(person, metadata)
export const editEntryForm = (person: Person, found: AnyEntry, metadata: string): ModalView =>
  soon(person, found, metadata)
export const reachedOutForm = (name: string, today: LocalDate, metadata: string): ModalView =>
  soon(name, today, metadata)
export const talkedForm = (name: string, today: LocalDate, metadata: string): ModalView =>
  soon(name, today, metadata)
export const handOverForm = (name: string, metadata: string): ModalView => soon(name, metadata)
export const moveHomeForm = (name: string, metadata: string): ModalView => soon(name, metadata)
