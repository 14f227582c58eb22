import { type Needle, names, needle, needlesFor, withoutNames, wordsOf } from '../../domain/mentions.js'
import { namesAlone } from '../../domain/names-alone.js'
import type { Person } from '../../domain/person.js'
import { companyKey } from '../../domain/role.js'
import { type Asker, answersFor } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Stores } from '../ports.js'

/** What goes with a person, as far as the asker may see it. */
export type WhatGoes = {
  readonly person: Person
  readonly notes: number
  readonly contacts: number
  readonly commitments: number
  readonly dates: number
  readonly questions: number
  readonly ties: number
  readonly roles: number
  /** What sources said of their roles. */
  readonly said: number
  readonly nudges: number
  /** Entries about others that name them. */
  readonly mentions: number
  /** Entries about others with a first or last name that may be somebody or something else's: they stay as they are. */
  readonly maybe: { readonly entries: number; readonly words: readonly string[] }
}

/** More are not counted one by one. */
const mostCounted = 10_000

/** Only those who answer for a person may forget them. */
export const goesWith = async (
  stores: Stores,
  asker: Asker,
  personId: string,
): Promise<Outcome<WhatGoes>> => {
  const person = await stores.people.get(personId)
  if (person === null) return rejected({ reason: 'person-gone' })
  if (!answersFor(asker, person)) return rejected({ reason: 'not-yours', name: person.name })
  return ok({
    person,
    notes: await stores.notes.countOf(personId),
    contacts: await stores.interactions.countOf(personId),
    commitments: await stores.commitments.countOf(personId),
    dates: await stores.keyDates.countOf(personId),
    questions: await stores.openQuestions.countOf(personId),
    ties: await stores.ties.countOf(personId),
    roles: (await stores.roles.of(personId)).length,
    said: (await stores.roleQuestions.of(personId)).length + (await stores.sightings.of(personId)).length,
    nudges: (await stores.nudges.of(personId, mostCounted)).length,
    ...(await mentionsOf(stores, person)),
  })
}

/** Entries about others: those that name somebody, and those in which a name may be theirs. */
const mentionsOf = async (stores: Stores, person: Person): Promise<Pick<WhatGoes, 'mentions' | 'maybe'>> => {
  const { name, addresses, slackUserId } = person
  const slackUserIds = slackUserId === null ? [] : [slackUserId]
  const whole = needlesFor({ names: [name], addresses, slackUserIds })
  const { telling, vague } = namesAlone([name])
  const free = await freeOf(stores, person, telling)
  const needles = [...whole, ...free]
  const parts = [...telling, ...vague].map(({ text }) => needle('alone', text))
  const [named, maybe, words] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const each of [...whole, ...parts])
    for (const { kind, id, person: about, text } of await stores.search.entries(wordsOf(each), page)) {
      // A tie to them goes, and is counted with the ties.
      if (about.id === person.id || kind === 'tie') continue
      const theirs = isCalled(about.name, whole) ? needles.filter(({ kind }) => kind === 'address') : needles
      const left = withoutNames(text, theirs)
      if (left !== text) named.add(id)
      const unclear = isCalled(about.name, parts) ? [] : parts.filter((part) => names(left, [part]))
      if (unclear.length > 0) maybe.add(id)
      for (const { text: word } of unclear) words.add(word)
    }
  return { mentions: named.size, maybe: { entries: maybe.size, words: [...words] } }
}
const page = { limit: mostCounted, offset: 0 }

/** Those by which nobody else is called, and no company. */
const freeOf = async (
  { people, companies }: Stores,
  person: Person,
  telling: readonly Needle[],
): Promise<readonly Needle[]> => {
  const free: Needle[] = []
  for (const each of telling) {
    const others = (await people.called([each.text])).filter(
      ({ kind, person: other }) => other.id !== person.id && calledBy.has(kind),
    )
    const key = companyKey(each.text)
    const [company] = await companies.beginning(key, 1)
    const isCompany = company !== undefined && ` ${companyKey(company.name)} `.startsWith(` ${key} `)
    if (others.length === 0 && !isCompany) free.push(each)
  }
  return free
}

const calledBy: ReadonlySet<string> = new Set(['full', 'given', 'family'])

/** In an entry about somebody of the same name, the name is theirs. */
const isCalled = (name: string, needles: readonly Needle[]): boolean => {
  const own = [...needlesFor({ names: [name], addresses: [], slackUserIds: [] }), ...partsOf(name)]
  return own.some(({ text }) => needles.some((each) => each.text === text))
}
const partsOf = (name: string): readonly Needle[] => {
  const { telling, vague } = namesAlone([name])
  return [...telling, ...vague]
}
