import type { Reply } from '../answer.js'
import type { Verb } from '../command/verbs.js'
import { clip } from './blocks.js'
import { command, say } from './copy.js'
import { helpGroups, helpLines } from './help-lines.js'
import { heading, hint, line, type Part, page } from './page.js'

/** The commands, or one of them, with examples that can be pasted. `unknown` is what was asked about and is none. */
export const helpView = (verb: Verb | null, unknown?: string): Reply => {
  if (verb !== null && verb !== 'hello') return one(verb)
  const asked = unknown?.trim() ?? ''
  return page([
    ...(asked === '' ? [] : [line(say`There is no command “${clip(asked, 100)}”. These there are:`)]),
    ...all(),
  ])
}

const one = (verb: keyof typeof helpLines): Reply => {
  const { does, example, also = [] } = helpLines[verb]
  return page([
    line(
      say`${command(`/person ${example}`)} ${does}.`,
      ...also.map((each) => say`Also: ${command(`/person ${each}`)}`),
    ),
    hint(say`${command('/person help')} shows all commands.`),
  ])
}

const all = (): Part[] => [
  ...helpGroups.flatMap(({ title, verbs }) => [
    heading(title),
    line(
      ...verbs
        .map((verb) => helpLines[verb])
        .map(({ does, example }) => say`${command(`/person ${example}`)} ${does}`),
    ),
  ]),
  line(
    say`On a card, “More” shows everything; “Warm ways in”, there, says who could tell you more about somebody.`,
    say`A first name is enough where only one person has it. In a message to me you can leave out ${command('/person')}, and in a thread you mention me instead.`,
    say`Reactions write things down too: the telephone a call, the envelope an email, the coffee cup a meeting, the speech balloon a message, the ear what they said, the memo a note.`,
  ),
]
