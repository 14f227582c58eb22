import type { EntryModel, WhyModel } from '../../app/nudges/post-model.js'
import { daysBetween, type LocalDate } from '../../domain/local-time.js'
import { clip } from './blocks.js'
import { joined, ours, say, teammate, type Words } from './copy.js'
import { ago, ahead, day, plainDay } from './days.js'

/** A reason that somebody wrote down, for a day. */
export type Dated = Extract<WhyModel, { kind: 'promise' | 'step' | 'date' | 'trigger' }>
type Promised = Extract<Dated, { kind: 'promise' | 'step' }>
type Remembered = Extract<Dated, { kind: 'date' | 'trigger' }>

export const isDated = (why: WhyModel): why is Dated =>
  why.kind === 'promise' || why.kind === 'step' || why.kind === 'date' || why.kind === 'trigger'

/** Of one kind so many are named, so that five people are one message still. */
const most = 2
const longest = 120

/** What is promised or remembered for a day, in one clause: `alike` are of the first's kind, and it is among them. */
export const whyThatDay = (
  first: Dated,
  alike: readonly Dated[],
  { on: today, ownerId, readerId }: Pick<EntryModel, 'on' | 'ownerId' | 'readerId'>,
): Words => {
  const beyond = Math.max(0, alike.length - most)
  const named = joined(
    alike.slice(0, most).map((each) => (isPromised(each) ? promised(each, today) : remembered(each, today))),
    // What is remembered is a sentence each, with commas of its own.
    isPromised(first) ? ' and ' : ', and ',
  )
  const things = say`${named}${ours(beyond === 0 ? '' : ` and ${beyond} more`)}`
  if (!isPromised(first)) return things
  if (first.kind === 'step') return say`their next step ${ours(first.dueOn < today ? 'was' : 'is')} ${things}`
  // In a channel an entry speaks to whoever looks after them, in a DM to whoever reads it.
  const you = readerId ?? ownerId
  return say`${first.by === you ? ours('you') : teammate(first.by)} promised ${things}`
}

const isPromised = (why: Dated): why is Promised => why.kind === 'promise' || why.kind === 'step'

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
/** Whatever was typed reads well between quotation marks. */
const quoted = (text: string): Words => say`“${clip(oneLine(text), longest)}”`

const fewPlainWords = /^[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+){0,2}$/u
/** Words before which "their" would be one too many. */
const alreadyTheirs = /^(?:his|her|their|my|our|your|the|an?) /iu

/** A few plain words are a part of the sentence: "their birthday"; what says whose it is stands for itself. */
const theirs = (text: string): Words => {
  const what = oneLine(text)
  if (alreadyTheirs.test(what)) return quoted(what)
  return fewPlainWords.test(what) ? say`their ${clip(what, longest)}` : say`their ${quoted(what)}`
}

const promised = ({ text, dueOn }: Promised, today: LocalDate): Words =>
  say`${quoted(text)} ${ours(by(dueOn, today))}`

/** "by today", "by Fri 27 Nov", "by Fri 20 Nov, 4 days ago". */
const by = (dueOn: LocalDate, today: LocalDate): string => {
  const that = `by ${day(dueOn, today).replace(/^on /, '')}`
  return daysBetween(dueOn, today) > 1 ? `${that}, ${ago(dueOn, today)}` : that
}

/** "“lease ends” is 30 days away, on 1 March"; "their birthday is tomorrow"; both "was" when it is past. */
const remembered = ({ kind, text, on }: Remembered, today: LocalDate): Words => {
  const days = daysBetween(today, on)
  const what = kind === 'trigger' ? quoted(text) : theirs(text)
  if (days === -1) return say`${what} was yesterday`
  if (days < 0) return say`${what} was ${ours(`${ago(on, today)}, on ${plainDay(on, today)}`)}`
  const away = `${ahead(on, today).replace(/^in /, '')} away, on ${plainDay(on, today)}`
  return say`${what} is ${ours(kind === 'trigger' && days > 1 ? away : day(on, today))}`
}
