import { type Merge, missingIn } from '../../../src/domain/merge.js'
import type { Person } from '../../../src/domain/person.js'
import { ana, at, customers, shared, type Workspace } from './workspace.js'

const sight = { openToAll: [customers], authoredHomes: [shared] }

export const madeOne = async (
  here: Workspace,
  first: Person,
  second: Person,
  by = ana,
): Promise<{ readonly merge: Merge; readonly actId: string }> => {
  const now = async (person: Person) => (await here.readAll(({ people }) => people.get(person.id))) ?? person
  const both = { first: await now(first), second: await now(second) }
  const merge: Merge = {
    id: here.newId(),
    personId: first.id,
    home: second.home,
    by,
    at,
    mergedId: second.id,
    taken: missingIn(both.first, both.second),
  }
  const draft = { merge, ...both, sight }
  const actId = await here.does(by, ({ merges }) => merges.merge(draft), { kind: 'merge' })
  return { merge, actId }
}

const page = { limit: 50, offset: 0 }

/** All that is known about these people, with the private of it, and how they are found. */
export const knownOf = (here: Workspace, ...people: readonly Person[]) =>
  here.readAll(async (s) => ({
    all: await Promise.all(
      people.map(async ({ id }) => ({
        standing: await s.people.standing(id),
        roles: await s.roles.written(id),
        notes: await s.notes.of(id, page),
        contacts: await s.interactions.of(id, page),
        since: await s.interactions.since(id, 0),
        news: await s.news.of(id),
        promises: await s.commitments.of(id, page),
        days: await s.keyDates.of(id, page),
        questions: await s.openQuestions.of(id, page),
        ties: await s.ties.of(id, page),
        merges: await s.merges.of(id),
        nudges: await s.nudges.of(id, 20),
        sightings: await s.sightings.of(id),
        claims: await s.roleQuestions.of(id),
      })),
    ),
    marks: await s.marks.on('CCUSTOMERS', '1.0'),
    // All were typed at one instant, so their order says nothing.
    found: [...(await s.search.entries(['ohio'], page))].sort((a, b) => (a.id < b.id ? -1 : 1)),
    named: await s.search.people(['francis'], page),
    called: await s.people.called(['frank ortiz', 'francis ortiz', 'f@acme.example', 'UFRANCIS']),
    comingUp: await s.people.comingUp(page),
    at: await s.companies.people('acme', page),
    recent: await s.news.recent(9),
  }))
