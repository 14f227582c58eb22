import type { Chance } from './chance.js'
import { type Deed, rowsOf } from './ledger.js'

/** Somebody of whom a teammate knows that they were kept. */
export type Known = { readonly name: string; readonly token: string; readonly add: Deed }

type Saying = {
  readonly line: (who: string, token: string) => string
  readonly look: (token: string) => Deed['look']
}
const one = (
  line: Saying['line'],
  table: 'notes' | 'interactions' | 'commitments' | 'key_dates' | 'open_questions',
): Saying => ({ line, look: (token) => rowsOf(token, { [table]: 1, search_entries: 1 }) })

/** One line about one person, and what it leaves behind. */
export const sayings: Readonly<Record<string, Saying>> = {
  note: one((who, token) => `note ${who} ${token} proud of the team #feeling`, 'notes'),
  heard: one((who, token) => `heard ${who} ${token} starts at Ohio State`, 'notes'),
  situation: one((who, token) => `situation ${who} ${token} lease and energy costs`, 'notes'),
  called: one((who, token) => `called ${who} yesterday: ${token} sounded glad`, 'interactions'),
  met: {
    line: (who, token) => `met ${who} 2 days ago: the plant, and "${token} was never so warm"`,
    look: (token) => rowsOf(token, { interactions: 1, notes: 1, search_entries: 2 }),
  },
  promise: one((who, token) => `promise ${who} by 2027-09-30: ${token}`, 'commitments'),
  step: one((who, token) => `step ${who} by 2027-10-29: ${token}`, 'commitments'),
  date: one((who, token) => `date ${who} 14 september: ${token}`, 'key_dates'),
  trigger: one((who, token) => `trigger ${who} 2027-12-01: ${token}`, 'key_dates'),
  ask: one((who, token) => `ask ${who} ${token}, what of it?`, 'open_questions'),
}

export const nameOf = (token: string): string => `${token[0]?.toUpperCase()}${token.slice(1)} Ames`

/** What can be done once about somebody, and is known by their own token. */
export const onceEach = {
  add: (token: string) => ({
    line: `add ${nameOf(token)}, buyer at ${token} Lighting ${token}@acme.example`,
    look: rowsOf(token, { people: 1, roles: 1 }),
  }),
  role: (who: Known, token: string) => ({
    line: `role ${who.name} VP operations at ${token} Works`,
    look: ((standing, rows) => {
      const [opened, ...more] = standing.in(token, 'roles')
      const closed = standing.in(who.token, 'roles').filter(({ until_on }) => until_on !== null)
      const news = (rows.news ?? []).filter(({ role_id }) => role_id === opened?.id)
      if (opened === undefined) return closed.length === 0 ? 'absent' : { half: 'the old one closed' }
      if (more.length === 0 && closed.length === 1 && news.length === 1) return 'whole'
      return { half: `${more.length + 1} opened, ${closed.length} closed, ${news.length} news` }
    }) satisfies Deed['look'],
  }),
  hand: (who: Known, to: string) => ({
    line: `hand ${who.name} to <@${to}>`,
    look: ((standing) =>
      standing.in(who.token, 'people').some(({ owner_id }) => owner_id === to)
        ? 'whole'
        : 'absent') satisfies Deed['look'],
  }),
  tie: (who: Known, other: Known) => ({
    line: `tie ${who.name} reports to ${other.name}`,
    look: ((standing, rows) => {
      const [a, b] = [who, other].map(({ token }) => standing.in(token, 'people')[0]?.id)
      const ties = (rows.ties ?? []).filter(({ person_id, other_id }) => person_id === a && other_id === b)
      return ties.length === 0 ? 'absent' : ties.length === 1 ? 'whole' : { half: `${ties.length} ties` }
    }) satisfies Deed['look'],
  }),
  kept: (who: Known, promise: string) => ({
    line: `kept ${who.name}: ${promise}`,
    look: ((standing) =>
      standing.in(promise, 'commitments').some(({ closed_as }) => closed_as === 'kept')
        ? 'whole'
        : 'absent') satisfies Deed['look'],
  }),
  prefers: (who: Known, token: string) => ({
    line: `prefers ${who.name} ${token} by phone`,
    look: ((standing) => {
      const rows = standing.in(token, 'people').length
      const found = standing.in(token, 'search_entries').length
      if (rows !== found) return { half: `${rows} rows, ${found} in the search` }
      return rows === 0 ? 'absent' : 'whole'
    }) satisfies Deed['look'],
  }),
}

export const anySaying = (chance: Chance): [string, Saying] => chance.pick(Object.entries(sayings))
