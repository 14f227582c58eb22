import type { Instant } from '../../domain/local-time.js'
import { addressKey, fold } from '../../domain/names.js'
import type { Person } from '../../domain/person.js'
import type { RoleQuestion, Successor } from '../../domain/role-change/role-question.js'
import { isSameCompany, isSameTitle } from '../../domain/role-change/sameness.js'
import { type ActPorts, act } from '../acting.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { PersonName, Stores, UnitOfWork } from '../ports.js'
import { hear } from '../role-changes/hear.js'
import type { Verdict } from '../role-changes/hearing.js'

/** What a teammate showed the bot, as they understood it. */
export type Pasted = {
  readonly personId: string
  readonly source: 'signature' | 'auto-reply'
  /** Null where it says nothing about a role. */
  readonly role: { readonly title: string; readonly company: string; readonly left: boolean } | null
  readonly successor: Successor | null
  /** New ways to reach them, to be kept. */
  readonly addresses: readonly string[]
  readonly observedAt: Instant
  readonly words: string
}
export type PastedHeard = {
  readonly person: Person
  readonly verdict: Verdict | null
  /** What a teammate can answer now; null where nothing is asked. */
  readonly question: RoleQuestion | null
  readonly kept: readonly string[]
  /** Null where nothing was written down. */
  readonly actId: string | null
}

/** A signature or an automatic reply that a teammate has read: always asked about. */
export const hearPasted = async (
  ports: ActPorts,
  asker: Asker,
  pasted: Pasted,
): Promise<Outcome<PastedHeard>> => {
  const seen: { value: PastedHeard | null } = { value: null }
  const outcome = await act(ports, asker, 'heard-role', pasted.personId, async (stores, { id: actId }) => {
    const person = await stores.people.get(pasted.personId)
    if (person === null) return rejected({ reason: 'person-gone' })
    const kept = newAddresses(person, pasted.addresses)
    const addresses = [...person.addresses, ...kept]
    if (kept.length > 0) await stores.people.change(person.id, { addresses })
    const { role, source, successor, observedAt, words } = pasted
    const { at, today, userId: by, place } = asker
    const said = {
      personId: person.id,
      home: place.home,
      by,
      at,
      today,
      zoneGiven: asker.zoneGiven,
      source,
      key: person.id,
      title: role === null || role.title === '' ? null : role.title,
      company: role === null || role.company === '' ? null : role.company,
      left: role?.left ?? false,
      ...(successor === null ? {} : { successor }),
      observedAt,
      words,
      baseline: 'known',
      sure: 'ask',
    } as const
    const heard = role === null ? null : await hear(stores, ports, said)
    const question = heard === null ? null : await askedOf(stores, person.id, heard.questionId, said)
    const verdict = heard?.verdict ?? null
    seen.value = { person: { ...person, addresses }, verdict, question, kept, actId }
    return ok(seen.value)
  })
  // Told once more, it can still be answered.
  if (outcome.ok || outcome.why.reason !== 'nothing-changed' || seen.value === null) return outcome
  return ok({ ...seen.value, actId: null })
}

/** The question that was made of it, or the one that asks the same already. */
const askedOf = async (
  { roleQuestions }: Stores,
  personId: string,
  questionId: string | null,
  {
    title,
    company,
    left,
  }: { readonly title: string | null; readonly company: string | null; readonly left: boolean },
): Promise<RoleQuestion | null> => {
  if (questionId !== null) return roleQuestions.get(questionId)
  const open = await roleQuestions.open(personId)
  const asks = ({ change: { is } }: RoleQuestion): boolean => {
    if (is === null || left) return is === null && left
    // What was not said the question took from the role that is known.
    const isTitled = title === null || title === '' || isSameTitle(is.title, title)
    return isTitled && (company === null || company === '' || isSameCompany(is.company, company))
  }
  return open.find(asks) ?? null
}

const newAddresses = (person: Person, addresses: readonly string[]): readonly string[] => {
  const known = new Set(person.addresses.map(addressKey))
  return addresses.filter((address) => !known.has(addressKey(address)))
}

/** Whom a message may be about, where exactly one is called so. */
export const whoSigned = (
  uow: UnitOfWork,
  asker: Asker,
  { name, addresses }: { readonly name: string | null; readonly addresses: readonly string[] },
): Promise<PersonName | null> =>
  uow.read(scopeOf(asker), async ({ people }) => {
    const keys = [...addresses.map(addressKey), ...(name === null || name === '' ? [] : [fold(name)])]
    if (keys.length === 0) return null
    const found = await people.called(keys)
    const reached = found.filter(({ kind }) => kind === 'address')
    const meant = reached.length > 0 ? reached : found.filter(({ kind }) => kind === 'full')
    const [only, another] = [...new Map(meant.map(({ person }) => [person.id, person])).values()]
    return another === undefined ? (only ?? null) : null
  })

/** What is read by itself as it was pasted was said; nothing is read while an admin has switched that off. */
export const isReadingOff = ({ uow }: { readonly uow: UnitOfWork }, asker: Asker): Promise<boolean> =>
  uow.read(scopeOf(asker), ({ sources }) => sources.isOff('pasted'))

export const pastedSpoke = ({ uow }: { readonly uow: UnitOfWork }, asker: Asker): Promise<void> =>
  uow.keep(scopeOf(asker), ({ sources }) => sources.spoke('pasted', asker.at))
