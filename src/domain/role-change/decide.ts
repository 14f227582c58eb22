import type { Instant } from '../local-time.js'
import type { RoleChange, RoleSaid, Undecided } from './role-change.js'
import { isSameClaim, type RoleAnswered, type RoleQuestion } from './role-question.js'
import { isSameCompany, isSameRole, isSameTitle } from './sameness.js'
import type { Sighting } from './sighting.js'

/** All that decides what a source's word comes to. */
export type Weighing = {
  /** Null is what was not said; empty is what was said to be empty. `company` names an employer, or is empty. */
  readonly title: string | null
  readonly company: string | null
  readonly left: boolean
  readonly source: string
  readonly observedAt: Instant
  readonly sure: 'certain' | 'ask'
  readonly baseline: 'source' | 'known'
  /** What the source said before. */
  readonly last: Sighting | null
  /** What the team knows, the role begun last first; and what it knows to be over. */
  readonly held: readonly RoleSaid[]
  readonly past: readonly RoleSaid[]
  /** What was claimed about this person before, the newest first. */
  readonly before: readonly RoleQuestion[]
  /** When a contact of that day or later was last written down. */
  readonly spokenAt: Instant | null
}

/** Why nothing comes of it. */
export type Nothing =
  /** The source's first word, of this person or of this field. */
  | 'baseline'
  | 'same'
  /** Spelled otherwise. */
  | 'trivial'
  | 'known-already'
  /** The source has said something newer. */
  | 'older'
  /** Somebody was in touch after it was said. */
  | 'contact-since'
  /** Asked about, and not answered yet. */
  | 'asked-already'
  /** A teammate was not sure of it, and this is no other evidence. */
  | 'not-sure'

export type Verdict =
  | { readonly kind: Nothing }
  | { readonly kind: 'change'; readonly change: RoleChange }
  | { readonly kind: 'ask'; readonly change: RoleChange; readonly why: Undecided }

/** A difference, and why it is not to be taken as it is; null where nothing speaks against it. */
type Difference = { readonly change: RoleChange; readonly doubt: Undecided | null }

/** What a source's word comes to: nothing, a change that is recorded, or one that a teammate decides about. */
export const decideChange = (weighing: Weighing): Verdict => {
  const { last, observedAt, spokenAt, sure, before, source } = weighing
  if (last !== null && observedAt < last.observedAt) return { kind: 'older' }
  if (sure === 'ask' && spokenAt !== null && spokenAt > observedAt) return { kind: 'contact-since' }
  const found = weighing.left ? departure(weighing) : difference(weighing)
  if (typeof found === 'string') return { kind: found }
  const { change } = found
  const alike = before.filter((each) => isSameClaim(each.change, change))
  const [answer] = alike.flatMap(({ answered }) => (isSaid(answered) ? answered.as : []))
  const refused = answer === 'not-so'
  const doubt = found.doubt ?? (refused ? 'contradicts' : sure === 'ask' ? 'unsure' : null)
  if (doubt === null) return { kind: 'change', change }
  if (alike.some(({ answered }) => answered === null)) return { kind: 'asked-already' }
  const unsure = alike.some((each) => each.answered?.as === 'not-sure' && each.source === source)
  return unsure ? { kind: 'not-sure' } : { kind: 'ask', change, why: doubt }
}

/** What a teammate said of it, for or against. */
const isSaid = (answered: RoleAnswered | null): answered is RoleAnswered =>
  answered !== null && ['so', 'beside', 'not-so'].includes(answered.as)

/** Somebody left: the role at the company that is named, or the one held longest. */
const departure = ({ company, title, held }: Weighing): Difference | Nothing => {
  const there =
    company === null || company === '' ? held : held.filter((role) => isSameCompany(role.company, company))
  const was = there.find((role) => title !== null && isSameTitle(role.title, title)) ?? there.at(-1)
  if (was === undefined) return 'known-already'
  return { change: { kind: 'left', was: said(was), is: null }, doubt: there.length > 1 ? 'unsure' : null }
}

const difference = (weighing: Weighing): Difference | Nothing => {
  const { last, held, past, baseline } = weighing
  if (last === null && baseline === 'source') return 'baseline'
  if (last === null && held.length === 0) return past.length === 0 ? 'baseline' : anew(weighing)
  const was = last ?? heldAlike(weighing)
  if (was === undefined) return 'baseline'
  const is = saidNow(weighing, was)
  if (is.title === was.title && is.company === was.company) return last === null ? 'known-already' : 'same'
  const moved = is.company !== '' && was.company !== '' && !isSameCompany(is.company, was.company)
  const retitled = is.title !== '' && was.title !== '' && !isSameTitle(is.title, was.title)
  if (!moved && !retitled) {
    const isFirstWord = (is.title !== '' && was.title === '') || (is.company !== '' && was.company === '')
    return isFirstWord ? 'baseline' : 'trivial'
  }
  if (held.some((role) => isKnownAs(role, is))) return 'known-already'
  const change: RoleChange = { kind: moved ? 'new-company' : 'new-title', was: said(was), is }
  return { change, doubt: contradiction(change, weighing) ?? ambiguity(change, weighing) }
}

/** The team knows that they left, and not where they went. */
const anew = ({ title, company, past }: Weighing): Difference | Nothing => {
  const is = { title: title ?? '', company: company ?? '' }
  if (is.company === '') return 'baseline'
  const change: RoleChange = { kind: 'new-company', was: null, is }
  return { change, doubt: past.some((role) => isSameRole(role, is)) ? 'contradicts' : null }
}

/** Of what is held, that which a source's first word is compared with. */
const heldAlike = ({ held, company, title }: Weighing): RoleSaid | undefined => {
  const there =
    company === null || company === '' ? held : held.filter((role) => isSameCompany(role.company, company))
  return there.find((role) => title !== null && isSameTitle(role.title, title)) ?? there.at(-1) ?? held.at(-1)
}

/** An empty cell is nothing, and what was not said stays; but a title is held at its company alone. */
const saidNow = ({ title, company }: Weighing, was: RoleSaid): RoleSaid => {
  const there = company === null || company === '' ? was.company : company
  const moved = was.company !== '' && there !== '' && !isSameCompany(there, was.company)
  return { title: title === null || title === '' ? (moved ? '' : was.title) : title, company: there }
}

const isKnownAs = (role: RoleSaid, is: RoleSaid): boolean =>
  isSameCompany(role.company, is.company) && (is.title === '' || isSameTitle(role.title, is.title))

/** The team was told otherwise: it does not hold what was, or knows that what is began and ended. */
const contradiction = ({ kind, was, is }: RoleChange, { held, past }: Weighing): Undecided | null => {
  if (is !== null && past.some((role) => role.title !== '' && isKnownAs(role, is))) return 'contradicts'
  if (held.length === 0 || was === null) return null
  const there = held.filter((role) => role.company === '' || isSameCompany(role.company, was.company))
  const stands =
    kind === 'new-company'
      ? there.length > 0 && !held.some((role) => is !== null && isSameCompany(role.company, is.company))
      : there.some((role) => role.title === '' || isSameTitle(role.title, was.title))
  return stands ? null : 'contradicts'
}

/** It is not plain which role gives way, or whether a company that is gone was left. */
const ambiguity = ({ kind, was }: RoleChange, { held, company, last }: Weighing): Undecided | null => {
  if (company === '' && last !== null && last.company !== '') return 'unsure'
  if (held.length < 2) return null
  if (kind === 'new-company' && last === null) return 'unsure'
  const giving = held.filter((role) => isSameCompany(role.company, was?.company ?? ''))
  const titled = giving.filter((role) => isSameTitle(role.title, was?.title ?? ''))
  return giving.length < 2 || titled.length === 1 ? null : 'unsure'
}

const said = ({ title, company }: RoleSaid): RoleSaid => ({ title, company })
