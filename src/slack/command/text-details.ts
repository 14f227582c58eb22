import { longestNote } from '../../domain/note.js'
import { dropDelimiter, withoutOuterQuotes } from './delimiters.js'
import type { Refusal } from './refusal.js'
import { type Marked, plainText } from './words.js'

type TextOf<K extends string> = { readonly kind: K; readonly text: string }
export type NoteDetails = TextOf<'note'>
export type HeardDetails = TextOf<'heard'>
export type FindDetails = TextOf<'find'>
/** What people are quoted on. */
export type WordsDetails = TextOf<'words'>
export type SituationDetails = TextOf<'situation'>
export type AskDetails = TextOf<'ask'>
/** What they answered; may be empty. */
export type AnsweredDetails = TextOf<'answered'>
export type PrefersDetails = TextOf<'prefers'>
/** `rest`: the words left behind WHO, offered as a note; may be empty. */
export type ShowDetails = { readonly kind: 'show'; readonly rest: string }

/** Refuses a text that is longer than a note may be. `typed` is all that was typed, where that is more. */
export const tooLong = (text: string, typed = text): Refusal | null =>
  text.length <= longestNote
    ? null
    : { kind: 'refusal', reason: 'too-long', what: 'text', limit: longestNote, text: typed }

/** Refuses an empty text too. */
export const noneOrTooLong = (text: string, typed = text): Refusal | null =>
  text === '' ? { kind: 'refusal', reason: 'no-text', text: typed } : tooLong(text, typed)

const needed = <K extends string>(kind: K, text: string): Refusal | TextOf<K> =>
  noneOrTooLong(text) ?? { kind, text }

const behindWho = (tail: Marked): string => plainText(dropDelimiter(tail).text)
const unquotedBehindWho = (tail: Marked): string => withoutOuterQuotes(behindWho(tail))

/** Kept word for word. */
export const readNote = (tail: Marked): NoteDetails | Refusal => needed('note', behindWho(tail))
export const readSituation = (tail: Marked): SituationDetails | Refusal =>
  needed('situation', behindWho(tail))
/** Kept word for word, without quotation marks around the whole. */
export const readHeard = (tail: Marked): HeardDetails | Refusal => needed('heard', unquotedBehindWho(tail))
export const readAsk = (tail: Marked): AskDetails | Refusal => needed('ask', unquotedBehindWho(tail))
export const readAnswered = (tail: Marked): AnsweredDetails | Refusal => {
  const text = unquotedBehindWho(tail)
  return tooLong(text) ?? { kind: 'answered', text }
}
export const readPrefers = (tail: Marked): PrefersDetails | Refusal =>
  needed('prefers', unquotedBehindWho(tail))
export const readFind = (tail: Marked): FindDetails | Refusal =>
  needed('find', withoutOuterQuotes(plainText(tail).trim()))
export const readWords = (tail: Marked): WordsDetails | Refusal =>
  needed('words', withoutOuterQuotes(plainText(tail).trim()))
export const readShow = (tail: Marked): ShowDetails => ({ kind: 'show', rest: behindWho(tail) })
