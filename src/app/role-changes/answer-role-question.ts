import type { Person } from '../../domain/person.js'
import { heldNow } from '../../domain/role.js'
import type { Recorded, RoleAnswer, RoleQuestion } from '../../domain/role-change/role-question.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { ActingStores, Stores, UnitOfWork } from '../ports.js'
import { recordChange } from './record-change.js'
import { takeBackRecorded } from './take-back-recorded.js'

/** What a teammate says to a change that a source claims; `beside` is that it began beside what was. */
export type SaidOfRole = Extract<RoleAnswer, 'so' | 'beside' | 'not-so' | 'not-sure'>

export type RoleAnsweredOutcome = {
  readonly person: Person
  readonly question: RoleQuestion
  readonly said: SaidOfRole
  /** What was written down by it. */
  readonly recorded: Recorded | null
}

/** The claim behind a button, for whoever pressed it. */
export const roleQuestionPressed = (
  uow: UnitOfWork,
  asker: Asker,
  questionId: string,
): Promise<Outcome<{ readonly question: RoleQuestion; readonly person: Person }>> =>
  uow.read(scopeOf(asker), (stores) => found(stores, questionId))

/**
 * A press on a change that a source claims. Anyone who may see it may press, and the first press counts; but what was
 * recorded can still be said not to be so, which takes it back.
 */
export const answerRoleQuestion = (
  ports: ActPorts,
  asker: Asker,
  { question: { id, personId } }: { readonly question: RoleQuestion },
  said: SaidOfRole,
): Promise<Outcome<RoleAnsweredOutcome>> =>
  act(ports, asker, 'role-answered', personId, async (stores) => {
    const again = await found(stores, id)
    if (!again.ok) return again
    const { question, person } = again.value
    let recorded: Recorded | null = null
    const answered = { as: said, by: asker.userId, at: asker.at }
    if (question.recorded !== null && said === 'not-so') {
      if (!(await takeBackRecorded(stores, question.recorded)))
        return rejected({ reason: 'changed-meanwhile', name: person.name })
      await stores.roleQuestions.change(id, { answered, recorded: null })
    } else if (question.answered !== null)
      return rejected({ reason: 'answered-already', name: person.name, by: question.answered.by })
    else if (said === 'so' || said === 'beside') {
      if (!(await isStillOpen(stores, question, person)))
        return rejected({ reason: 'changed-meanwhile', name: person.name })
      recorded = await accept(ports, stores, asker, question, said)
      await stores.roleQuestions.change(id, { answered, recorded })
    } else await stores.roleQuestions.change(id, { answered })
    return ok({ person, question, said, recorded })
  })

const found = async ({ roleQuestions, people }: Stores, questionId: string) => {
  const question = await roleQuestions.get(questionId)
  const person = question === null ? null : await people.get(question.personId)
  return question === null || person === null ? rejected({ reason: 'person-gone' }) : ok({ question, person })
}

/** That somebody left a role needs a role that is held, where it is told or where they live. */
const isStillOpen = async (
  { roles }: ActingStores,
  { personId, home, change }: RoleQuestion,
  person: Person,
): Promise<boolean> =>
  change.is !== null ||
  heldNow(await roles.of(personId)).some((role) => role.home === home || role.home === person.home)

const accept = (
  ports: ActPorts,
  stores: ActingStores,
  { userId: by, at, today }: Asker,
  { personId, home, change, successor, observedAt }: RoleQuestion,
  said: 'so' | 'beside',
) => {
  const beside = said === 'beside'
  const kind = beside ? 'additional' : change.kind
  const recording = { personId, home, by, at, today, observedAt, successor, source: null, beside }
  return recordChange(stores, ports, { ...recording, change: { ...change, kind } })
}
