import { type Facet, facets, type Note } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import { type Question, questionFor } from '../../domain/question.js'
import { together } from '../../domain/together.js'
import type { Stores } from '../ports.js'

/** A question from the bank, and which side of the person it is for, when nothing is known of that yet. */
export type WorthAsking = { readonly question: Question; readonly blank: Facet | null }

/** The sides of a person that have something to be written on; a situation stands on the card by itself. */
const sides: readonly Facet[] = facets.filter((facet) => facet !== 'situation')
/** Questions asked longer ago may come again. */
const askedLately = 12

/** What the team knows of each side of somebody, and which questions of the bank were asked of them lately. */
export type AskedAlready = {
  readonly tagged: Partial<Record<Facet, number>>
  readonly asked: readonly string[]
}

export const askedAlready = async (
  { notes, nudges }: Pick<Stores, 'notes' | 'nudges'>,
  personId: string,
): Promise<AskedAlready> => {
  const { tagged, lately } = await together({
    tagged: notes.facetsOf(personId),
    lately: nudges.of(personId, askedLately),
  })
  return { tagged, asked: lately.flatMap(({ questionId }) => questionId ?? []) }
}

/**
 * One question for a side of the person that is still blank. When none is, one for the side known least, unless the
 * team has a question of its own.
 */
export const worthAsking = (
  { tagged, asked }: AskedAlready,
  bank: readonly Question[],
  person: Person,
  { situation, hasOwn }: { readonly situation: Note | null; readonly hasOwn: boolean },
): WorthAsking | null => {
  const known = { ...tagged, situation: Math.max(tagged.situation ?? 0, situation === null ? 0 : 1) }
  const blank = sides.filter((facet) => (known[facet] ?? 0) === 0)
  if (blank.length === 0 && hasOwn) return null
  const fitting = blank.length === 0 ? bank : bank.filter(({ facet }) => blank.includes(facet))
  const question = questionFor(fitting, person.name, known, asked)
  return question && { question, blank: blank.includes(question.facet) ? question.facet : null }
}
