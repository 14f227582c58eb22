import type { Commitment } from '../../src/domain/commitment.js'
import type { KeyDate } from '../../src/domain/key-date.js'
import type { News } from '../../src/domain/news.js'
import type { Nudge } from '../../src/domain/nudge.js'
import type { Person } from '../../src/domain/person.js'
import type { PersonFacts } from '../../src/domain/reasons/reason.js'

/** Somebody with nothing remarkable about them but what is given. */
export const aPerson = (given: Partial<Person> = {}): Person => ({
  id: 'frank',
  name: 'Frank Ortiz',
  home: 'channel:C1',
  by: 'U1',
  introducedAt: '2026-01-05T09:00:00.000Z',
  introducedOn: '2026-01-05',
  ownerId: 'U1',
  rhythm: { every: 21, unit: 'day' },
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

export const factsAbout = (person: Person, given: Partial<PersonFacts> = {}): PersonFacts => ({
  person,
  lastContactOn: null,
  dueOn: null,
  news: [],
  roleQuestions: [],
  commitments: [],
  dates: [],
  nudges: [],
  ...given,
})

export const aNudge = ({
  occasion = '2026-11-20',
  ...given
}: Partial<Nudge> & { occasion?: string }): Nudge => ({
  id: 'n',
  personId: 'frank',
  postId: 'p',
  on: '2026-11-23',
  reasons: [{ kind: 'quiet', occasion }],
  times: 1,
  questionId: null,
  plannedSeq: 1,
  answer: null,
  moot: false,
  ...given,
})

export const news = (kind: News['kind'], id: string): News => ({
  id,
  personId: 'frank',
  home: 'channel:C1',
  by: 'U1',
  at: '2026-11-20T09:00:00.000Z',
  on: '2026-11-20',
  kind,
  roleId: 'r1',
  beforeRoleId: null,
  endsRoleId: null,
})

const typedIn = { personId: 'frank', home: 'channel:C1', by: 'U1', at: '2026-01-05T09:00:00.000Z' } as const

export const aPromise = (given: Partial<Commitment> = {}): Commitment => ({
  ...typedIn,
  id: 'c1',
  on: '2026-01-05',
  kind: 'promise',
  text: 'send the sample',
  dueOn: '2026-11-27',
  closed: null,
  ...given,
})

/** A day to remember or a trigger, written down in January 2026 unless said otherwise. */
export const aDate = (kind: KeyDate['kind'], on: string, given: Partial<KeyDate> = {}): KeyDate => ({
  ...typedIn,
  id: 'd1',
  on: '2026-01-05',
  kind,
  text: kind === 'date' ? 'birthday' : 'lease ends',
  monthDay: on.slice(-5),
  year: on.length > 5 ? Number(on.slice(0, 4)) : null,
  yearly: on.length === 5,
  ...given,
})
