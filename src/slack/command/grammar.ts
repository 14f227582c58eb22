import type { InteractionKind } from '../../domain/interaction.js'
import type { LocalDate } from '../../domain/local-time.js'
import { type AddDetails, readAdd } from './add-details.js'
import { type AtDetails, readAt } from './company-details.js'
import { type ContactDetails, readContact } from './contact-details.js'
import { type DateDetails, readDate } from './date-details.js'
import { type MergeDetails, readMerge, readUnmerge, type UnmergeDetails } from './merge-details.js'
import { type HandDetails, type HomeDetails, readHand, readHome } from './place-details.js'
import { type ClosingDetails, type PromiseDetails, readClosing, readPromise } from './promise-details.js'
import type { Refusal } from './refusal.js'
import { type RhythmDetails, readRhythm } from './rhythm-details.js'
import { type LeftDetails, type RoleDetails, readLeft, readRole } from './role-details.js'
import {
  type AnsweredDetails,
  type AskDetails,
  type FindDetails,
  type HeardDetails,
  type NoteDetails,
  type PrefersDetails,
  readAnswered,
  readAsk,
  readFind,
  readHeard,
  readNote,
  readPrefers,
  readShow,
  readSituation,
  readWords,
  type ShowDetails,
  type SituationDetails,
  type WordsDetails,
} from './text-details.js'
import { readTie, type TieDetails } from './tie-details.js'
import { readTrigger, type TriggerDetails } from './trigger-details.js'
import { type Verb, verbOf } from './verbs.js'
import { type Marked, plainText, unescapeSlack } from './words.js'

/** A command before anybody knows who is meant. */
export type ReadCommand = {
  readonly verb: Verb
  /** The first word was the verb; otherwise it is `show`, or `hello` for nothing at all. */
  readonly typed: boolean
  /** All behind the verb. */
  readonly rest: Marked
  /** All of it. */
  readonly whole: Marked
}

/** Reads a text as Slack sent it: after `/person`, in a DM, or behind a mention of the bot. */
export const readCommand = (text: string): ReadCommand => {
  // Help shows whole commands, as code; pasted into a thread they keep the slash and the backticks.
  const whole = unescapeSlack(text)
    .trim()
    .replace(/^(`{1,3})([^`]+)\1$/, '$2')
    .trim()
    .replace(/^\/person(?:\s+|$)/i, '')
  if (whole === '') return { verb: 'hello', typed: false, rest: '', whole }
  const first = /^\S+/u.exec(whole)?.[0] ?? ''
  const verb = verbOf(first)
  if (verb === null) return { verb: 'show', typed: false, rest: whole, whole }
  return { verb, typed: true, rest: whole.slice(first.length).trim(), whole }
}

/** `word` is what was asked about; `verb` is null when it is none, or nothing was asked about. */
export type HelpDetails = { readonly kind: 'help'; readonly verb: Verb | null; readonly word: string }
type Bare<K extends Verb> = { readonly kind: K }

/** What stands behind WHO, or behind a verb that needs nobody; one shape a verb. */
export type DetailsByVerb = {
  readonly [K in InteractionKind]: ContactDetails<K>
} & {
  readonly add: AddDetails
  readonly show: ShowDetails
  readonly note: NoteDetails
  readonly heard: HeardDetails
  readonly role: RoleDetails
  readonly left: LeftDetails
  readonly tie: TieDetails
  readonly merge: MergeDetails
  readonly unmerge: UnmergeDetails
  readonly at: AtDetails
  readonly situation: SituationDetails
  readonly ask: AskDetails
  readonly answered: AnsweredDetails
  readonly prefers: PrefersDetails
  readonly promise: PromiseDetails<'promise'>
  readonly step: PromiseDetails<'step'>
  readonly kept: ClosingDetails<'kept'>
  readonly broke: ClosingDetails<'broke'>
  readonly date: DateDetails
  readonly trigger: TriggerDetails
  readonly every: RhythmDetails
  readonly due: Bare<'due'>
  readonly find: FindDetails
  readonly words: WordsDetails
  readonly edit: Bare<'edit'>
  readonly home: HomeDetails
  readonly hand: HandDetails
  readonly read: Bare<'read'>
  readonly import: Bare<'import'>
  readonly export: Bare<'export'>
  readonly forget: Bare<'forget'>
  readonly settings: Bare<'settings'>
  readonly undo: Bare<'undo'>
  readonly help: HelpDetails
  readonly hello: Bare<'hello'>
}
export type Details = DetailsByVerb[Verb]

type Reader<V extends Verb> = (tail: Marked, today: LocalDate) => DetailsByVerb[V] | Refusal

const readers: { readonly [V in Verb]: Reader<V> } = {
  add: readAdd,
  show: readShow,
  note: readNote,
  heard: readHeard,
  met: (tail, today) => readContact('met', tail, today),
  called: (tail, today) => readContact('called', tail, today),
  emailed: (tail, today) => readContact('emailed', tail, today),
  messaged: (tail, today) => readContact('messaged', tail, today),
  role: readRole,
  left: readLeft,
  tie: readTie,
  merge: readMerge,
  unmerge: readUnmerge,
  at: readAt,
  situation: readSituation,
  ask: readAsk,
  answered: readAnswered,
  prefers: readPrefers,
  promise: (tail, today) => readPromise('promise', tail, today),
  step: (tail, today) => readPromise('step', tail, today),
  kept: (tail) => readClosing('kept', tail),
  broke: (tail) => readClosing('broke', tail),
  date: readDate,
  trigger: readTrigger,
  every: readRhythm,
  due: () => ({ kind: 'due' }),
  find: readFind,
  words: readWords,
  edit: () => ({ kind: 'edit' }),
  home: readHome,
  hand: readHand,
  read: () => ({ kind: 'read' }),
  import: () => ({ kind: 'import' }),
  export: () => ({ kind: 'export' }),
  forget: () => ({ kind: 'forget' }),
  settings: () => ({ kind: 'settings' }),
  undo: () => ({ kind: 'undo' }),
  help: (tail) => {
    const word = plainText(tail)
      .trim()
      .replace(/^\/person\s+/i, '')
    return { kind: 'help', verb: verbOf(word), word }
  },
  hello: () => ({ kind: 'hello' }),
}

/**
 * Reads what stands behind WHO (a candidate's `tail`), or for `add`, `at`, `find` and `help` all behind the verb.
 * `today` is the asker's day. What does not fit is refused with the text kept.
 */
export const readDetails = <V extends Verb>(
  verb: V,
  tail: Marked,
  today: LocalDate,
): DetailsByVerb[V] | Refusal => readers[verb](tail, today)
