import { fold, nameKeys } from '../../../src/domain/names.js'
import { type Details, readCommand, readDetails } from '../../../src/slack/command/grammar.js'
import type { Refusal } from '../../../src/slack/command/refusal.js'
import { verbs } from '../../../src/slack/command/verbs.js'
import { whoCandidates } from '../../../src/slack/command/who.js'

/** A Tuesday. */
export const today = '2026-11-24'

export type Read = { verb: string; who: string | null; details: Details | Refusal | null }

/** Reads a whole command as if these people were known, by full, given or family name, address or Slack user. */
export const read = (text: string, known: readonly string[] = ['Frank Ortiz'], on = today): Read => {
  const { verb, rest } = readCommand(text)
  if (!verbs[verb].who) return { verb, who: null, details: readDetails(verb, rest, on) }
  const found = whoCandidates(rest).find((candidate) =>
    known.some((person) =>
      candidate.kind === 'name'
        ? nameKeys(person).some(
            ({ kind, key }) => key === candidate.key && (kind !== 'initials' || candidate.fills),
          )
        : candidate.key === person || candidate.key === fold(person),
    ),
  )
  if (found === undefined) return { verb, who: null, details: null }
  return { verb, who: found.text, details: readDetails(verb, found.tail, on) }
}

/** As Slack escapes what somebody typed by hand. */
export const typed = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A reading in one line: who is meant | what is read. `-` is nobody. */
export const asLine = (text: string, known?: string[]): string => {
  const { who, details } = read(text, known)
  if (details === null) return `${who ?? '-'} | nobody fits`
  const { kind, ...rest } = details
  const parts = Object.entries(rest)
    .filter(([key, value]) => value !== null && value !== false && !(key === 'text' && kind === 'refusal'))
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return [who ?? '-', [kind, ...parts].join('; ')].join(' | ')
}

/** Tables of what is typed on Tuesday 24 November 2026, and how it is read. */
export type Tables = Readonly<Record<string, readonly (readonly [typed: string, read: string])[]>>
