import type { OpenQuestion } from '../../domain/open-question.js'
import type { Person } from '../../domain/person.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'
import { tellsAll } from '../tells-all.js'

export type QuestionsOpen = {
  readonly person: Person
  /** The newest first. `seenWider`: more people see it than read where the asker types; answering tells them. */
  readonly open: readonly { readonly question: OpenQuestion; readonly seenWider: boolean }[]
}

/** The questions that `answered` may mean. */
export const questionsOpen = (
  uow: UnitOfWork,
  asker: Asker,
  personId: string,
): Promise<Outcome<QuestionsOpen>> =>
  uow.read(scopeOf(asker), async ({ people, openQuestions }) => {
    const person = await people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const open = await openQuestions.open(personId)
    if (open.length === 0) return rejected({ reason: 'nothing-open', what: 'question', name: person.name })
    return ok({
      person,
      open: open.map((question) => ({ question, seenWider: !tellsAll(asker, question.home) })),
    })
  })
