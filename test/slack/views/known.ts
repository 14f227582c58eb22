import type { Place } from '../../../src/app/asker.js'
import type { Asides } from '../../../src/app/interactions/asides.js'
import type { EntryModel } from '../../../src/app/nudges/post-model.js'
import type { Card } from '../../../src/app/people/card-model.js'
import type { RoleLeft } from '../../../src/app/roles/leave-role.js'
import { channelHome, teammateHome } from '../../../src/domain/audience.js'
import type { Commitment } from '../../../src/domain/commitment.js'
import type { Interaction } from '../../../src/domain/interaction.js'
import type { KeyDate } from '../../../src/domain/key-date.js'
import type { Note } from '../../../src/domain/note.js'
import type { OpenQuestion } from '../../../src/domain/open-question.js'
import type { Person } from '../../../src/domain/person.js'
import type { Role } from '../../../src/domain/role.js'
import type { Tie } from '../../../src/domain/tie.js'
import type { ViewContext } from '../../../src/slack/views/context.js'

/** A Tuesday. */
export const today = '2026-11-24'
export const ana = 'U0ANA'
export const ben = 'U0BEN'
const customers = channelHome('C0CUSTOMERS')

export const inPublic: Place = {
  home: customers,
  channelId: 'C0CUSTOMERS',
  seenBy: { kind: 'everyone' },
  botIsIn: true,
}
export const inPrivate: Place = {
  home: channelHome('C0PRIVATE'),
  channelId: 'C0PRIVATE',
  seenBy: { kind: 'members', channelId: 'C0PRIVATE' },
  botIsIn: true,
}
export const alone = (because: 'dm' | 'shared' | 'hidden'): Place => ({
  home: teammateHome(ana),
  channelId: 'D0ANA',
  seenBy: { kind: 'you', because },
  botIsIn: true,
})

/** Ana reads, in the public channel unless said otherwise. */
export const ctx = (place: Place = inPublic): ViewContext => ({
  today,
  userId: ana,
  openToAll: [inPublic.home],
  place,
})

const typedIn = { home: customers, by: ana, at: '2026-11-24T15:00:00.000Z' } as const

export const frank = (differing: Partial<Person> = {}): Person => ({
  id: 'p-frank',
  name: 'Frank Ortiz',
  home: customers,
  by: ana,
  introducedAt: '2026-09-20T15:00:00.000Z',
  introducedOn: '2026-09-20',
  ownerId: ana,
  rhythm: { every: 3, unit: 'week' },
  rhythmSetOn: '2026-09-20',
  firstDueOn: '2026-10-20',
  letBeOn: null,
  laterUntil: null,
  slackUserId: null,
  prefers: null,
  offstage: false,
  addresses: ['frank@acme.example'],
  ...differing,
})

export const role = (differing: Partial<Role> = {}): Role => ({
  id: 'r-1',
  personId: 'p-frank',
  title: 'facilities manager',
  company: 'Acme Lighting',
  sinceOn: null,
  untilOn: null,
  ...typedIn,
  ...differing,
})

export const note = (differing: Partial<Note> = {}): Note => ({
  id: 'n-1',
  personId: 'p-frank',
  on: '2026-11-23',
  kind: 'heard',
  text: 'my daughter starts at Ohio State',
  facets: [],
  interactionId: null,
  ...typedIn,
  ...differing,
})

export const contact = (differing: Partial<Interaction> = {}): Interaction => ({
  id: 'i-1',
  personId: 'p-frank',
  on: '2026-09-25',
  kind: 'met',
  text: 'walked the plant',
  teammates: [ana],
  ...typedIn,
  ...differing,
})

export const commitment = (differing: Partial<Commitment> = {}): Commitment => ({
  id: 'c-1',
  personId: 'p-frank',
  on: '2026-11-20',
  kind: 'promise',
  text: 'send the sample',
  dueOn: '2026-11-27',
  closed: null,
  ...typedIn,
  ...differing,
})

export const keyDate = (differing: Partial<KeyDate> = {}): KeyDate => ({
  id: 'd-1',
  personId: 'p-frank',
  on: '2026-11-20',
  kind: 'date',
  text: 'birthday',
  monthDay: '12-06',
  year: null,
  yearly: true,
  ...typedIn,
  ...differing,
})

export const tie = (differing: Partial<Tie> = {}): Tie => ({
  id: 't-1',
  personId: 'p-frank',
  kind: 'reports to',
  otherId: 'p-susan',
  ...typedIn,
  ...differing,
})

export const openQuestion = (differing: Partial<OpenQuestion> = {}): OpenQuestion => ({
  id: 'q-1',
  personId: 'p-frank',
  on: '2026-11-20',
  text: 'what would his crew miss most?',
  answered: null,
  ...typedIn,
  ...differing,
})

export const card = (differing: Partial<Card> = {}): Card => ({
  person: frank(),
  held: [role()],
  past: [],
  trigger: null,
  next: [],
  situation: null,
  heard: [note()],
  noticed: [],
  promised: [],
  promisedCount: differing.promised?.length ?? 0,
  contacts: [contact()],
  year: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0],
  ties: [],
  tieCount: differing.ties?.length ?? 0,
  toAsk: null,
  claim: null,
  worthAsking: {
    question: { id: 'body-01', facet: 'body', text: 'What does a good day at the plant sound like?' },
    blank: 'body',
  },
  dueOn: '2026-10-16',
  ...differing,
})

/** Quiet for 60 days, with words of their own. */
export const entry = (differing: Partial<EntryModel> = {}): EntryModel => ({
  nudgeId: 'n-frank',
  on: today,
  personId: 'p-frank',
  name: 'Frank Ortiz',
  role: 'facilities manager at Acme Lighting',
  why: [
    {
      kind: 'quiet',
      last: { kind: 'met', on: '2026-09-25', by: ana },
      rhythm: { every: 3, unit: 'week' },
    },
  ],
  said: [{ kind: 'quiet', occasion: '2026-10-16' }],
  told: { kind: 'heard', text: 'my daughter starts at Ohio State', on: '2026-11-23', by: ana },
  question: 'What does a good day at the plant sound like?',
  prefers: 'text',
  ownerId: ana,
  readerId: null,
  standing: { kind: 'open', lastTurn: false },
  ...differing,
})

/** Nothing worth saying beside what was logged. */
export const noAsides: Asides = { colleague: null, question: null, sameFor: [] }

export const roleLeft = (differing: Partial<RoleLeft> = {}): RoleLeft => ({
  person: frank(),
  role: role({ untilOn: today }),
  stillHeld: [],
  seenIn: 'channel:C0CUSTOMERS',
  newsId: null,
  threads: { whereTo: false, whoIsThere: false },
  ...differing,
})
