import type { ContactModel, EntryModel, WhyModel } from '../../app/nudges/post-model.js'
import type { LocalDate } from '../../domain/local-time.js'
import { ended, joined, ours, say, sentence, type Words } from './copy.js'
import { ago, plainDay, rhythm } from './days.js'
import { didWith } from './kinds.js'
import { saidByWords } from './role-claim.js'
import { type Dated, isDated, whyThatDay } from './why-that-day.js'

/** Why now, as one thought however many reasons there are. */
export const whyNow = (entry: EntryModel): Words | null => {
  const news = entry.why.filter((each) => each.kind === 'new-role' || each.kind === 'left')
  // Where a new role says what it was before, that the old one ended is said with it.
  const told = entry.why.filter(
    (each) =>
      each.kind !== 'left' || !news.some((other) => other.kind === 'new-role' && other.before === each.role),
  )
  const quiet = told.find((each) => each.kind === 'quiet')
  const clauses = clausesOf(told, entry)
  if (quiet !== undefined)
    clauses.push(clauses.length === 0 ? quietly(quiet, entry.on) : lastSpoken(quiet, entry.on))
  return clauses.length === 0 ? null : sentence(ended(inOneBreath(clauses)))
}

type Quiet = Extract<WhyModel, { kind: 'quiet' }>
type News = Extract<WhyModel, { kind: 'new-role' | 'left' }>

/** In the order of the reasons, without the silence; the promises of one teammate, or the days of a kind, in one. */
const clausesOf = (why: readonly WhyModel[], entry: EntryModel): Words[] => {
  const dated = why.filter(isDated)
  const told = new Set<string>()
  return why.flatMap((each) => {
    // What is asked stands by itself, with its buttons.
    if (each.kind === 'quiet' || each.kind === 'role-question') return []
    if (!isDated(each)) return [newsOf(each, entry)]
    const key = alikeBy(each)
    if (told.has(key)) return []
    told.add(key)
    return [
      whyThatDay(
        each,
        dated.filter((other) => alikeBy(other) === key),
        entry,
      ),
    ]
  })
}

const alikeBy = (why: Dated): string => (why.kind === 'promise' ? `promise ${why.by}` : why.kind)

/** More than this is a list, and the card has it all. */
const mostClauses = 3

/** Commas between clauses, or semicolons where a clause has commas of its own. */
const inOneBreath = (all: readonly Words[]): Words => {
  const clauses = all.length > mostClauses ? [...all.slice(0, mostClauses), say`more on the card`] : all
  const last = clauses.at(-1) ?? []
  if (clauses.length < 2) return last
  const pause = clauses.some(hasPauses) ? ';' : ','
  return say`${joined(clauses.slice(0, -1), `${pause} `)}${ours(pause)} and ${last}`
}

const hasPauses = (clause: Words): boolean =>
  clause.some((piece) => (piece.kind === 'own' || piece.kind === 'typed') && /[,;]/.test(piece.text))

const newsOf = (why: News, entry: EntryModel): Words =>
  why.said === null
    ? whatIsNew(why, entry)
    : say`${saidByWords(why.said, entry.on)} says that ${whatIsNew(why, entry)}`

const whatIsNew = (why: News, entry: EntryModel): Words => {
  if (why.kind === 'left') return say`they are no longer ${why.role}, since ${plainDay(why.on, entry.on)}`
  const since = why.sinceOn === null ? ours('') : ours(` since ${plainDay(why.sinceOn, entry.on)}`)
  const before = why.before === '' ? ours('') : say`; before that, ${why.before}`
  return entry.role === why.role
    ? say`they are new in this role${since}${before}`
    : say`they are ${why.role} now${since}${before}`
}

const quietly = (why: Quiet, on: LocalDate): Words => {
  const every = rhythm(why.rhythm)
  return every === null ? lastSpoken(why, on) : say`${lastSpoken(why, on)}; you meant to be in touch ${every}`
}

/** A contact that may not be told here is one that did not happen. */
const lastSpoken = ({ last }: Quiet, on: LocalDate): Words =>
  last === null ? say`nobody has spoken with them yet` : say`you last ${contact(last)} ${ago(last.on, on)}`

const contact = ({ kind }: ContactModel): Words => ours(`${didWith[kind]} them`)
