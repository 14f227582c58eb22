import { facetsIn, longestNote, type Note } from '../../domain/note.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, scopeOf } from '../asker.js'
import { isFirstTender } from '../notes/first-tender.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores } from '../ports.js'

export type QuestionAnswered = {
  readonly person: Person
  readonly question: OpenQuestion
  /** What they said, word for word; null where nothing was typed. */
  readonly note: Note | null
  readonly firstTender: boolean
}

/**
 * `answered`: the question is closed for all who see it, and the words are kept as heard where they were typed.
 * Where fewer read than see the question, the asker is asked before (`questionsOpen`).
 */
export const answerQuestion = async (
  ports: ActPorts,
  asker: Asker,
  questionId: string,
  text: string,
): Promise<Outcome<QuestionAnswered>> => {
  if (text.length > longestNote) return rejected({ reason: 'text-too-long', longest: longestNote })
  const about = await ports.uow.read(scopeOf(asker), ({ openQuestions }) => openQuestions.get(questionId))
  const firstTender = await isFirstTender(ports.uow, asker, facetsIn(text))
  return act(ports, asker, 'answered', about?.personId ?? null, async (stores) => {
    const question = await stores.openQuestions.get(questionId)
    const person = question === null ? null : await stores.people.get(question.personId)
    if (question === null || person === null) return rejected({ reason: 'entry-gone' })
    if (question.answered !== null)
      return rejected({ reason: 'answered-already', name: person.name, by: question.answered.by })
    const note = text === '' ? null : await keepWords(ports, stores, asker, person.id, text)
    const answered = { on: asker.today, by: asker.userId, noteId: note?.id ?? null }
    await stores.openQuestions.change(question.id, { answered })
    return ok({ person, question: { ...question, answered }, note, firstTender })
  })
}

const keepWords = async (
  { newId }: ActPorts,
  { notes, places }: ActingStores,
  asker: Asker,
  personId: string,
  text: string,
): Promise<Note> => {
  const { home } = asker.place
  await places.know(home, asker.zoneGiven)
  const typed = { by: asker.userId, at: asker.at, on: asker.today, home }
  const facets = facetsIn(text)
  const note: Note = { id: newId(), personId, kind: 'heard', text, facets, interactionId: null, ...typed }
  await notes.add(note)
  return note
}
