import { type Ahead, aheadOf } from '../../domain/ahead.js'
import { bothWays, type Commitment } from '../../domain/commitment.js'
import { contactYear, contactYearBegins } from '../../domain/contact-year.js'
import type { Interaction } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Note } from '../../domain/note.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import type { Person } from '../../domain/person.js'
import type { Question } from '../../domain/question.js'
import { heldBefore, heldNow, type Role } from '../../domain/role.js'
import { isSameTie, type TieKind } from '../../domain/tie.js'
import { together } from '../../domain/together.js'
import { type Corrected, corrections } from '../entries/put-right-by.js'
import type { PersonName, Stores } from '../ports.js'
import { type ClaimModel, claimModel } from '../role-changes/claim-model.js'
import { askedAlready, type WorthAsking, worthAsking } from './worth-asking.js'

/** What helps before a call, as far as the asker may see it. Lists hold the first few; counts count all. */
export type Card = {
  readonly person: Person
  readonly held: readonly Role[]
  readonly past: readonly Role[]
  /** The trigger nearest ahead, and the days to remember that come next. */
  readonly trigger: Ahead | null
  readonly next: readonly Ahead[]
  /** The newest word on what is going on for them. */
  readonly situation: Corrected<Note> | null
  readonly heard: readonly Corrected<Note>[]
  readonly noticed: readonly Corrected<Note>[]
  /** Open promises of ours and steps of theirs, the soonest of each first. */
  readonly promised: readonly Corrected<Commitment>[]
  readonly promisedCount: number
  readonly contacts: readonly Corrected<Interaction>[]
  /** Contacts in each of the last twelve months, the oldest month first. */
  readonly year: readonly number[]
  readonly ties: readonly CardTie[]
  readonly tieCount: number
  /** What the team wants to ask, and what the question bank has to ask. */
  readonly toAsk: OpenQuestion | null
  readonly worthAsking: WorthAsking | null
  /** As far as the asker may know: see `SeenStanding`. */
  readonly dueOn: LocalDate | null
  /** The newest change of role that a source claims, and nobody has decided about. */
  readonly claim: ClaimModel | null
}
/** `outward`: the person of the card reports to the other, and not the other to them. */
export type CardTie = { readonly kind: TieKind; readonly outward: boolean; readonly other: PersonName }

const few = { limit: 3, offset: 0 }
/** The newest notes, for one among them that says what is going on. */
const recent = { limit: 20, offset: 0 }
/** As many as are looked at for the soonest of ours and of theirs. */
const mostPromises = 50
/** As many are looked at for those that are the same. */
const mostTies = 4 * few.limit
/** More days than anybody remembers of one person. */
const everyDate = { limit: 200, offset: 0 }

/** The card, read through the stores of those who will see it; null when they may not see the person. */
export const cardModel = async (
  stores: Stores,
  questions: readonly Question[],
  personId: string,
  today: LocalDate,
): Promise<Card | null> => {
  const { notes, interactions, commitments } = stores
  const { standing, roles, recently, going, dates, claims, open, heard, contacts, days, tied, ...asking } =
    await together({
      standing: stores.people.standing(personId),
      roles: stores.roles.of(personId),
      recently: notes.of(personId, { ...recent, kind: 'note' }),
      going: notes.of(personId, { ...few, limit: 1, kind: 'situation' }),
      dates: stores.keyDates.of(personId, everyDate),
      claims: stores.roleQuestions.open(personId),
      open: commitments.open(personId, mostPromises),
      heard: notes.of(personId, { ...few, kind: 'heard' }),
      contacts: interactions.of(personId, few),
      days: interactions.daysOf(personId, contactYearBegins(today)),
      tied: tiesOf(stores, personId),
      toAsk: stores.openQuestions.open(personId, 1),
      already: askedAlready(stores, personId),
    })
  if (standing === null) return null
  const { person, comesUpOn } = standing
  const situation = newest([...going, ...recently.filter((note) => note.facets.includes('situation'))])
  const ahead = aheadOf(dates, today)
  const trigger = ahead.find(({ date }) => date.kind === 'trigger') ?? null
  const [claim] = claims
  const [toAsk = null] = asking.toAsk
  const shown = {
    heard,
    noticed: recently.filter((note) => note.id !== situation?.id).slice(0, few.limit),
    promised: bothWays(open).slice(0, few.limit),
    contacts,
  }
  const withEditor = await corrections(stores.journal, [
    ...Object.values(shown).flat(),
    ...(situation === null ? [] : [situation]),
  ])
  return {
    person,
    held: heldNow(roles),
    past: heldBefore(roles),
    trigger,
    next: ahead.filter((each) => each !== trigger).slice(0, few.limit),
    situation: situation === null ? null : withEditor(situation),
    heard: shown.heard.map((note) => withEditor(note)),
    noticed: shown.noticed.map((note) => withEditor(note)),
    promised: shown.promised.map((each) => withEditor(each)),
    promisedCount: open.length < mostPromises ? open.length : await commitments.countOpen(personId),
    contacts: shown.contacts.map((contact) => withEditor(contact)),
    year: contactYear(days, today),
    ...tied,
    toAsk,
    worthAsking: worthAsking(asking.already, questions, person, { situation, hasOwn: toAsk !== null }),
    dueOn: comesUpOn,
    claim: claim === undefined ? null : claimModel(claim),
  }
}

const newest = (notes: readonly Note[]): Note | null => {
  const [first = null] = [...notes].sort((a, b) =>
    `${a.on} ${a.at} ${a.id}` < `${b.on} ${b.at} ${b.id}` ? 1 : -1,
  )
  return first
}

/** The same may have been said in two places: it is one tie for whoever sees both. */
const tiesOf = async (
  { ties, people }: Stores,
  personId: string,
): Promise<Pick<Card, 'ties' | 'tieCount'>> => {
  const all = await ties.of(personId, { ...few, limit: mostTies })
  const once = all.filter((tie, i) => all.findIndex((other) => isSameTie(tie, other)) === i)
  const found = once.slice(0, few.limit).map(({ kind, personId: from, otherId }) => ({
    kind,
    outward: from === personId,
    otherId: from === personId ? otherId : from,
  }))
  const names = await people.names(found.map(({ otherId }) => otherId))
  const shown = found.flatMap(({ kind, outward, otherId }) => {
    const other = names.find(({ id }) => id === otherId)
    return other === undefined ? [] : [{ kind, outward, other }]
  })
  const count = all.length < mostTies ? all.length : await ties.countOf(personId)
  return { ties: shown, tieCount: count - (all.length - once.length) }
}
