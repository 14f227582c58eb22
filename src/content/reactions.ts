import { z } from 'zod'
import { interactionKinds } from '../domain/interaction.js'
import { dataFile, readDataFile } from './data-file.js'

const meanings = [...interactionKinds, 'heard', 'note'] as const

/** What a reaction logs: a contact of that kind, the message's words as theirs, or a note. */
export type ReactionMeaning = (typeof meanings)[number]

/** Emoji names as Slack sends them, without colons and without skin tone. */
const reactionsSchema = z.record(
  z.string().regex(/^[^\s:]+$/, 'must be an emoji name without colons'),
  z.enum(meanings, `must be one of ${meanings.join(', ')}`),
)

/**
 * The meaning of each emoji that logs something.
 * @throws DataFileError naming the file and the entry that is malformed.
 */
export const loadReactions = (file: URL = dataFile('reactions.json')): ReadonlyMap<string, ReactionMeaning> =>
  new Map(Object.entries(readDataFile(file, reactionsSchema)))

/**
 * What a reaction means, or undefined when it logs nothing. What a place sets for itself counts there.
 * Slack sends a skin tone as part of the name (`ear::skin-tone-3`); it makes no difference.
 */
export const meaningOf = (
  reactions: ReadonlyMap<string, ReactionMeaning>,
  name: string,
  there: Readonly<Record<string, ReactionMeaning | null>> = {},
): ReactionMeaning | undefined => {
  const emoji = name.replace(/(?:::skin-tone-\d)+$/, '')
  return Object.hasOwn(there, emoji) ? (there[emoji] ?? undefined) : reactions.get(emoji)
}
