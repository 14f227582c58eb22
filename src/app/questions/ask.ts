import { longestNote } from '../../domain/note.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import type { Person } from '../../domain/person.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { isSameText, typedAgain } from '../typed-again.js'

export type Asked = { readonly person: Person; readonly question: OpenQuestion }

/** `ask`: what we want to ask them next. */
export const ask = async (
  ports: ActPorts,
  asker: Asker,
  personId: string,
  text: string,
): Promise<Outcome<Asked>> => {
  if (text.length > longestNote) return rejected({ reason: 'text-too-long', longest: longestNote })
  return act(ports, asker, 'ask', personId, async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const { home } = asker.place
    await stores.places.know(home, asker.zoneGiven)
    const open = await stores.openQuestions.open(personId)
    const same = open.filter((question) => isSameText(question.text, text))
    const before = typedAgain(asker, same)
    if (before.here !== null)
      return rejected({ reason: 'known-already', what: 'question', name: person.name })
    if (before.own !== null) {
      await stores.openQuestions.change(before.own.id, { home })
      return ok({ person, question: { ...before.own, home } })
    }
    const typed = { by: asker.userId, at: asker.at, on: asker.today, home }
    const question: OpenQuestion = { id: ports.newId(), personId, text, answered: null, ...typed }
    await stores.openQuestions.add(question)
    return ok({ person, question })
  })
}
