import type { Person } from '../../../src/domain/person.js'
import type { Workspace } from './workspace.js'

const page = { limit: 50, offset: 0 }

/** All that can be read about somebody, derived things too. */
export const seenOf = (here: Workspace, person: Person) =>
  here.readAll(async (s) => ({
    standing: await s.people.standing(person.id),
    called: await s.people.called([
      'frank',
      'frank ortiz',
      'frankie',
      'frankie ortiz',
      'f@acme.example',
      'fo',
    ]),
    beginning: await s.people.beginning('fra', 5),
    roles: await s.roles.of(person.id),
    notes: await s.notes.of(person.id, page),
    contacts: await s.interactions.of(person.id, page),
    since: await s.interactions.since(person.id, 0),
    news: [...(await s.news.of(person.id)), ...(await s.news.recent(5))],
    marks: await s.marks.on('CCUSTOMERS', '1.0'),
    found: await s.search.entries(['ohio'], page),
    foundBy: [await s.search.people(['frankie'], page), await s.search.people(['acme'], page)],
    comingUp: await s.people.comingUp(page),
  }))
