import type { Dossier, Tried } from '../../src/app/export/dossier.js'
import type { PersonExport } from '../../src/app/export/export-person.js'
import { channelHome } from '../../src/domain/audience.js'
import type { Commitment } from '../../src/domain/commitment.js'
import type { Interaction } from '../../src/domain/interaction.js'
import type { KeyDate } from '../../src/domain/key-date.js'
import type { Note } from '../../src/domain/note.js'
import type { OpenQuestion } from '../../src/domain/open-question.js'
import type { Person } from '../../src/domain/person.js'
import type { Role } from '../../src/domain/role.js'

/** Things known about one person, for documents to be made of. */
const about = {
  personId: 'p1',
  home: channelHome('C1'),
  by: 'UANA',
  at: '2026-11-21T16:00:00.000Z',
}
const on = '2026-11-21'

export const personOf = (given: Partial<Person>): Person => ({
  id: 'p1',
  name: 'Frank Ortiz',
  home: about.home,
  by: 'UANA',
  introducedAt: about.at,
  introducedOn: on,
  ownerId: 'UANA',
  rhythm: { every: 3, unit: 'week' },
  rhythmSetOn: null,
  firstDueOn: null,
  letBeOn: null,
  laterUntil: null,
  slackUserId: null,
  prefers: null,
  offstage: false,
  addresses: [],
  ...given,
})
export const roleOf = (given: Partial<Role>): Role => ({
  ...about,
  id: 'r1',
  title: 'CFO',
  company: 'Acme',
  sinceOn: null,
  untilOn: null,
  ...given,
})
export const noteOf = (given: Partial<Note>): Note => ({
  ...about,
  id: 'n1',
  on,
  kind: 'note',
  text: 'likes jazz',
  facets: [],
  interactionId: null,
  ...given,
})
export const contactOf = (given: Partial<Interaction>): Interaction => ({
  ...about,
  id: 'i1',
  on,
  kind: 'met',
  text: '',
  teammates: ['UANA'],
  ...given,
})
export const commitmentOf = (given: Partial<Commitment>): Commitment => ({
  ...about,
  id: 'c1',
  on,
  kind: 'promise',
  text: 'the sample',
  dueOn: null,
  closed: null,
  ...given,
})
export const keyDateOf = (given: Partial<KeyDate>): KeyDate => ({
  ...about,
  id: 'd1',
  on,
  kind: 'date',
  text: 'birthday',
  monthDay: '03-14',
  year: null,
  yearly: true,
  ...given,
})
export const questionOf = (given: Partial<OpenQuestion>): OpenQuestion => ({
  ...about,
  id: 'q1',
  on,
  text: 'what next?',
  answered: null,
  ...given,
})

export const triedOf = (given: Partial<Tried>): Tried => ({
  ...about,
  id: 't1',
  on,
  claimId: 'k1',
  wording: 'w1',
  holds: true,
  noteId: null,
  claim: 'price comes first',
  ...given,
})

export const exportOf = (given: Partial<Dossier>): PersonExport => ({
  dossier: {
    person: personOf({}),
    roles: [],
    notes: [],
    interactions: [],
    news: [],
    commitments: [],
    dates: [],
    questions: [],
    ties: [],
    sightings: [],
    claims: [],
    tried: [],
    people: new Map(),
    ...given,
  },
  teammates: new Map([
    ['UANA', 'Ana Ruiz'],
    ['UBEN', 'Ben Adeyemi'],
    ['UGONE', ''],
  ]),
  askedBy: 'UANA',
  on,
  zone: 'America/Chicago',
})
