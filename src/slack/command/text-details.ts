import { longestNote } from '../../domain/note.js'
import { dropDelimiter, withoutOuterQuotes } from './delimiters.js'
import type { Refusal } from './refusal.js'
import { type Marked, plainText } from './words.js'

export type NoteDetails = { readonly kind: 'note'; readonly text: string }
export type HeardDetails = { readonly kind: 'heard'; readonly text: string }
export type FindDetails = { readonly kind: 'find'; readonly text: string }
/** `rest`: the words left behind WHO, offered as a note; may be empty. */
export type ShowDetails = { readonly kind: 'show'; readonly rest: string }

/** Refuses a text that is longer than a note may be. */
export const tooLong = (text: string): Refusal | null =>
  text.length <= longestNote
    ? null
    : { kind: 'refusal', reason: 'too-long', what: 'text', limit: longestNote, text }

const needed = <K extends 'note' | 'heard' | 'find'>(
  kind: K,
  text: string,
): Refusal | { kind: K; text: string } =>
  text === '' ? { kind: 'refusal', reason: 'no-text', text } : (tooLong(text) ?? { kind, text })

const behindWho = (tail: Marked): string => plainText(dropDelimiter(tail).text)

/** Kept word for word. */
export const readNote = (tail: Marked): NoteDetails | Refusal => needed('note', behindWho(tail))
/** Kept word for word, without quotation marks around the whole. */
export const readHeard = (tail: Marked): HeardDetails | Refusal =>
  needed('heard', withoutOuterQuotes(behindWho(tail)))
export const readFind = (tail: Marked): FindDetails | Refusal =>
  needed('find', withoutOuterQuotes(plainText(tail).trim()))
export const readShow = (tail: Marked): ShowDetails => ({ kind: 'show', rest: behindWho(tail) })
