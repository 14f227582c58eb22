import type { Run } from '../../../src/practice/actors/run.js'
import { disagreements } from './agreement.js'
import type { Found, Rows } from './rows.js'
import { type Standing, standingIn } from './tokens.js'

/** What became of a deed: nothing, all of it, or a part, and which. */
export type State = 'absent' | 'whole' | { readonly half: string }

/** Something that a teammate did, and by which it is known whether it was kept. */
export type Deed = {
  readonly what: string
  readonly token: string
  readonly look: (standing: Standing, rows: Rows) => State
  /** `saved`: Slack saw an answer that says so. `refused`: one that says that it was not kept. */
  status: 'under way' | 'saved' | 'refused'
  /** What is to be found of it: what was saved may have been taken back or replaced since. */
  must: 'hold' | 'either' | 'gone'
  /** Nobody answers it, or it may be carried out long after it was done, when Slack tells of it again. */
  readonly isEvent?: boolean
  /** The last that was found of it. */
  found: 'absent' | 'whole' | null
  said: string
  run: Run | null
  /** The bot died before anybody read an answer. */
  cutOff: boolean
}

/** All that was done in a world, held against what its database has. */
export class Ledger {
  readonly deeds: Deed[] = []
  /** The tokens of those who were forgotten, and of what was said about them. */
  readonly forgotten: string[] = []

  begin(draft: Pick<Deed, 'what' | 'token' | 'look' | 'isEvent'>): Deed {
    const begun = {
      status: 'under way',
      must: 'hold',
      found: null,
      said: '',
      run: null,
      cutOff: false,
    } as const
    const deed: Deed = { ...draft, ...begun }
    this.deeds.push(deed)
    return deed
  }

  /** What is wrong with a database that nobody writes to at this moment. */
  faultsIn(found: Found): string[] {
    const standing = standingIn(found.rows)
    return [
      ...disagreements(found),
      ...this.deeds.flatMap((deed) => faultOf(deed, standing, found.rows) ?? []),
    ]
  }

  /** Saved, and neither taken back nor replaced. */
  standing(): Deed[] {
    return this.deeds.filter(({ status, must }) => status === 'saved' && must === 'hold')
  }
}

const faultOf = (deed: Deed, standing: Standing, rows: Rows): string | null => {
  const state = deed.look(standing, rows)
  const name = `${deed.what} ${deed.token} (${deed.status}, ${deed.must}; said: ${deed.said.split('\n')[0]})`
  if (typeof state === 'object') return `${name} is half done: ${state.half}`
  const before = deed.found
  deed.found = state
  if (deed.must === 'gone') return state === 'absent' ? null : `${name} was taken back, and is there`
  if (deed.must === 'either') return null
  if (deed.status === 'saved' && state === 'absent') return `${name} is lost`
  if (deed.status === 'refused' && state === 'whole') return `${name} was refused, and is there`
  if (before === 'whole' && state === 'absent') return `${name} was there, and is lost`
  if (before === 'absent' && state === 'whole' && !mayComeLater(deed)) return `${name} came by itself`
  return null
}

/** Slack repeats events; and what was acknowledged without an answer, the next bot does and answers. */
const mayComeLater = (deed: Deed): boolean => deed.isEvent === true || isOwed(deed)

/** Whether the bot was killed between an acknowledgement without an answer, which comes after a second or two, and the answer. */
export const isOwed = ({ cutOff, run }: Deed): boolean =>
  cutOff && run !== null && run.error === undefined && run.ackBody === undefined

/** As many rows with its token in each of these tables, or none anywhere. */
export const rowsOf =
  (token: string, expected: Readonly<Partial<Record<Parameters<Standing['in']>[1], number>>>): Deed['look'] =>
  (standing) => {
    const counts = Object.entries(expected).map(([table, wanted]) => ({
      table,
      wanted,
      there: standing.in(token, table as Parameters<Standing['in']>[1]).length,
    }))
    if (counts.every(({ there }) => there === 0)) return 'absent'
    if (counts.every(({ there, wanted }) => there === wanted)) return 'whole'
    return { half: counts.map(({ table, there, wanted }) => `${there} of ${wanted} in ${table}`).join(', ') }
  }
