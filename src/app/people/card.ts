import type { Interaction } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Note } from '../../domain/note.js'
import type { Person } from '../../domain/person.js'
import { type Question, questionFor } from '../../domain/question.js'
import { heldBefore, heldNow, type Role } from '../../domain/role.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Stores, UnitOfWork } from '../ports.js'

/** What helps before a call, as far as the asker may see it. */
export type Card = {
  readonly person: Person
  readonly held: readonly Role[]
  readonly past: readonly Role[]
  /** The newest note about what is going on for them now. */
  readonly situation: Note | null
  /** What they last said. */
  readonly heard: readonly Note[]
  readonly noticed: readonly Note[]
  readonly contacts: readonly Interaction[]
  readonly question: Question | null
  readonly dueOn: LocalDate | null
  /** How many entries there are in all; the card shows the newest of them. */
  readonly entries: number
}

const shown = { limit: 3, offset: 0 }

/** `show`: the card. */
export const card = (
  uow: UnitOfWork,
  questions: readonly Question[],
  asker: Asker,
  personId: string,
): Promise<Outcome<Card>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const standing = await stores.people.standing(personId)
    if (standing === null) return rejected({ reason: 'person-gone' })
    const { notes, interactions, nudges } = stores
    const roles = await stores.roles.of(personId)
    const noticed = await notes.of(personId, { limit: 20, offset: 0, kind: 'note' })
    const situation = noticed.find((note) => note.facets.includes('situation')) ?? null
    const asked = (await nudges.of(personId, 12)).map((nudge) => nudge.questionId).filter((id) => id !== null)
    const known = await notes.facetsOf(personId)
    return ok({
      person: standing.person,
      held: heldNow(roles),
      past: heldBefore(roles),
      situation,
      heard: await notes.of(personId, { ...shown, kind: 'heard' }),
      noticed: noticed.filter((note) => note.id !== situation?.id).slice(0, shown.limit),
      contacts: await interactions.of(personId, shown),
      question: questionFor(questions, standing.person.name, known, asked),
      dueOn: standing.dueOn,
      entries: await entryCount(stores, personId, roles.length),
    })
  })

const entryCount = async (
  { notes, interactions }: Stores,
  personId: string,
  roles: number,
): Promise<number> => (await notes.countOf(personId)) + (await interactions.countOf(personId)) + roles
