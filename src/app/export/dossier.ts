import type { Commitment } from '../../domain/commitment.js'
import type { Interaction } from '../../domain/interaction.js'
import type { KeyDate } from '../../domain/key-date.js'
import type { News } from '../../domain/news.js'
import type { Note } from '../../domain/note.js'
import type { OpenQuestion } from '../../domain/open-question.js'
import type { Person } from '../../domain/person.js'
import type { Trial } from '../../domain/persona.js'
import type { Role } from '../../domain/role.js'
import type { RoleQuestion } from '../../domain/role-change/role-question.js'
import type { Sighting } from '../../domain/role-change/sighting.js'
import { sourceActing } from '../../domain/role-change/source.js'
import type { Tie } from '../../domain/tie.js'
import { type Corrected, corrected } from '../entries/put-right-by.js'
import type { Page } from '../ports/knowledge.js'
import type { Stores } from '../ports.js'

/** Everything that the asker may see about somebody. Lists begin with the newest, roles and news with the oldest. */
export type Dossier = {
  readonly person: Person
  readonly roles: readonly Corrected<Role>[]
  readonly notes: readonly Corrected<Note>[]
  readonly interactions: readonly Corrected<Interaction>[]
  readonly news: readonly News[]
  readonly commitments: readonly Corrected<Commitment>[]
  readonly dates: readonly Corrected<KeyDate>[]
  readonly questions: readonly Corrected<OpenQuestion>[]
  readonly ties: readonly Corrected<Tie>[]
  /** What sources say of their roles, and the changes that they claim. */
  readonly sightings: readonly Sighting[]
  readonly claims: readonly RoleQuestion[]
  /** What a sketch claims of everybody, and a teammate tried on them. */
  readonly tried: readonly Tried[]
  /** The names of those at the other ends of the ties, by their ids. */
  readonly people: ReadonlyMap<string, string>
}

/** `noteId` only where the asker may see that note too. */
export type Tried = Trial & { readonly claim: string }

/** Read through the stores of whoever asks; null when they may not see the person. */
export const dossierOf = async (stores: Stores, personId: string): Promise<Dossier | null> => {
  const person = await stores.people.get(personId)
  if (person === null) return null
  const { roles, notes, interactions, news, commitments, keyDates, openQuestions, ties } = stores
  const all = <T>(of: (personId: string, page: Page) => Promise<readonly T[]>) =>
    everyOne((page) => of(personId, page))
  const theirs = <T extends { id: string; by: string }>(entries: readonly T[]) =>
    corrected(stores.journal, entries)
  const tied = await theirs(await all((id, page) => ties.of(id, page)))
  const others = tied.flatMap((tie) => [tie.personId, tie.otherId]).filter((id) => id !== personId)
  const names = await stores.people.names([...new Set(others)])
  const noted = await theirs(await all((id, page) => notes.of(id, page)))
  return {
    person,
    roles: await theirs(await roles.of(personId)),
    notes: noted,
    interactions: await theirs(await all((id, page) => interactions.of(id, page))),
    news: await news.of(personId),
    commitments: await theirs(await all((id, page) => commitments.of(id, page))),
    dates: await theirs(await all((id, page) => keyDates.of(id, page))),
    questions: await theirs(await all((id, page) => openQuestions.of(id, page))),
    ties: tied,
    sightings: await stores.sightings.of(personId),
    claims: await stores.roleQuestions.of(personId),
    tried: await triedOn(stores, personId, new Set(noted.map(({ id }) => id))),
    people: new Map(names.map(({ id, name }) => [id, name])),
  }
}

const triedOn = async (
  { trials, personaClaims }: Stores,
  personId: string,
  notesSeen: ReadonlySet<string>,
): Promise<readonly Tried[]> => {
  const tried: Tried[] = []
  for (const trial of await trials.of(personId)) {
    const claim = await personaClaims.get(trial.claimId)
    const noteId = trial.noteId !== null && notesSeen.has(trial.noteId) ? trial.noteId : null
    if (claim !== null) tried.push({ ...trial, noteId, claim: claim.text })
  }
  return tried
}

const pageLength = 500

const everyOne = async <T>(read: (page: Page) => Promise<readonly T[]>): Promise<readonly T[]> => {
  const all: T[] = []
  for (;;) {
    const page = await read({ limit: pageLength, offset: all.length })
    all.push(...page)
    if (page.length < pageLength) return all
  }
}

/** Every teammate who wrote something, took part in it, or looks after the person. */
export const teammatesIn = (dossier: Dossier): readonly string[] => {
  const { person, roles, notes, interactions, news, commitments, dates, questions, ties } = dossier
  const { sightings, claims, tried } = dossier
  const written = [
    roles,
    notes,
    interactions,
    news,
    commitments,
    dates,
    questions,
    ties,
    sightings,
    claims,
    tried,
  ].flat()
  return [
    ...new Set([
      person.by,
      person.ownerId,
      ...written.map(({ by }) => by),
      ...[roles, notes, interactions, commitments, dates, questions, ties]
        .flat()
        .flatMap(({ putRightBy }: Corrected<object>) => putRightBy ?? []),
      ...interactions.flatMap(({ teammates }) => teammates),
      ...commitments.flatMap(({ closed }) => closed?.by ?? []),
      ...questions.flatMap(({ answered }) => answered?.by ?? []),
      ...claims.flatMap(({ answered }) => answered?.by ?? []),
    ]),
  ].filter((by) => sourceActing(by) === null)
}
