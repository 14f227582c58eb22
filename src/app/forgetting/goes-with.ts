import { type Needle, names, needlesFor, wordsOf } from '../../domain/mentions.js'
import type { Person } from '../../domain/person.js'
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
  readonly nudges: number
  /** Entries about others that name them. */
  readonly mentions: number
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
    nudges: (await stores.nudges.of(personId, mostCounted)).length,
    mentions: await mentionsOf(stores, person),
  })
}

const mentionsOf = async ({ search }: Stores, person: Person): Promise<number> => {
  const { name, addresses, slackUserId } = person
  const slackUserIds = slackUserId === null ? [] : [slackUserId]
  const needles = needlesFor({ names: [name], addresses, slackUserIds })
  const found = new Set<string>()
  for (const needle of needles)
    for (const { id, person: about, text } of await search.entries(wordsOf(needle), page))
      if (about.id !== person.id && !isNamesake(about.name, needles) && names(text, needles)) found.add(id)
  return found.size
}
const page = { limit: mostCounted, offset: 0 }

/** In an entry about somebody of the same name, the name is theirs. */
const isNamesake = (name: string, needles: readonly Needle[]): boolean =>
  needlesFor({ names: [name], addresses: [], slackUserIds: [] }).some(({ text }) =>
    needles.some((needle) => needle.text === text),
  )
