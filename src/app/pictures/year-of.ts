import { contactYearBegins } from '../../domain/contact-year.js'
import type { InteractionKind } from '../../domain/interaction.js'
import { type LocalDate, plusMonths } from '../../domain/local-time.js'
import { compare } from '../../domain/order.js'
import type { Person } from '../../domain/person.js'
import { roleText } from '../../domain/role.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Stores, UnitOfWork } from '../ports.js'

/** Something that happened in a year: what changed, what they said, what became of promises, what a contact was about. */
export type Happening = {
  readonly kind: 'role' | 'left' | 'heard' | 'kept' | 'broken' | 'situation' | 'contact'
  readonly on: LocalDate
  readonly text: string
}

export type MonthOf = {
  /** The first day of it. */
  readonly on: LocalDate
  /** The oldest first, and so what happened. */
  readonly contacts: readonly InteractionKind[]
  readonly happened: readonly Happening[]
}

export type YearOf = {
  readonly person: Person
  /** Twelve, the oldest first. */
  readonly months: readonly MonthOf[]
  readonly lastOn: LocalDate | null
  /** More was written down in this year than is looked at: of the first months some is missing. */
  readonly isCut: boolean
}

/** More than anybody keeps of one person in a year. */
const most = { limit: 400, offset: 0 }

/** Somebody's year of contact and what happened in it, as far as the asker may see. */
export const yearOf = (uow: UnitOfWork, asker: Asker, personId: string): Promise<Outcome<YearOf>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const person = await stores.people.get(personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const begins = contactYearBegins(asker.today)
    const contacts = await stores.interactions.between(personId, begins, asker.today, most.limit)
    const heard = await stores.notes.of(personId, { ...most, kind: 'heard' })
    // What they said in a conversation tells more of it than the account in which it stands.
    const quoted = new Set(heard.map(({ interactionId }) => interactionId))
    const happened: Happening[] = [
      ...contacts
        .filter(({ id, text }) => text !== '' && !quoted.has(id))
        .map(({ on, text }): Happening => ({ kind: 'contact', on, text })),
      ...heard.map(({ on, text }): Happening => ({ kind: 'heard', on, text })),
      ...(await otherThings(stores, personId)),
    ].filter(({ on }) => on >= begins && on <= asker.today)
    happened.sort((a, b) => compare(a.on, b.on))
    const months = Array.from({ length: 12 }, (_, n): MonthOf => {
      const on = plusMonths(begins, n)
      const isThen = (thing: { readonly on: LocalDate }) => thing.on.slice(0, 7) === on.slice(0, 7)
      const kinds = contacts.filter(isThen).map(({ kind }) => kind)
      return { on, contacts: kinds.toReversed(), happened: happened.filter(isThen) }
    })
    const isCut = [contacts, heard].some(
      (all) => all.length === most.limit && (all.at(-1)?.on ?? '') >= begins,
    )
    return ok({ person, months, lastOn: contacts[0]?.on ?? null, isCut })
  })

const otherThings = async ({ roles, notes, commitments }: Stores, personId: string): Promise<Happening[]> => {
  const held = await roles.of(personId)
  const situations = await notes.of(personId, { ...most, kind: 'situation' })
  const promised = await commitments.of(personId, most)
  return [
    ...held.flatMap((role): Happening[] => [
      ...(role.sinceOn === null ? [] : [{ kind: 'role' as const, on: role.sinceOn, text: roleText(role) }]),
      ...(role.untilOn === null ? [] : [{ kind: 'left' as const, on: role.untilOn, text: roleText(role) }]),
    ]),
    ...situations.map(({ on, text }): Happening => ({ kind: 'situation', on, text })),
    ...promised.flatMap(({ kind, closed, text }): Happening[] =>
      kind === 'promise' && closed !== null ? [{ kind: closed.as, on: closed.on, text }] : [],
    ),
  ]
}
