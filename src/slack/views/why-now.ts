import type { ContactModel, EntryModel, WhyModel } from '../../app/nudges/post-model.js'
import type { LocalDate } from '../../domain/local-time.js'
import { joined, ours, say, sentence, type Words } from './copy.js'
import { ago, plainDay, rhythm } from './days.js'
import { didWith } from './kinds.js'

/** Why now, as one thought however many reasons there are. */
export const whyNow = (entry: EntryModel): Words | null => {
  const news = entry.why.filter((each) => each.kind !== 'quiet')
  // Where a new role says what it was before, that the old one ended is said with it.
  const told = news.filter(
    (each) =>
      each.kind !== 'left' || !news.some((other) => other.kind === 'new-role' && other.before === each.role),
  )
  const clauses = told.map((each) => clauseOf(each, entry))
  const quiet = entry.why.find((each) => each.kind === 'quiet')
  if (quiet !== undefined)
    clauses.push(clauses.length === 0 ? quietly(quiet, entry.on) : lastSpoken(quiet, entry.on))
  return clauses.length === 0 ? null : sentence(say`${joined(clauses, ', and ')}.`)
}

type Quiet = Extract<WhyModel, { kind: 'quiet' }>

const clauseOf = (why: Exclude<WhyModel, Quiet>, entry: EntryModel): Words => {
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
