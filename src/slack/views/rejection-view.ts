import type { NotATeammate } from '../../app/asker.js'
import type { Rejection } from '../../app/outcome.js'
import type { StoreUnavailable } from '../../app/ports.js'
import type { Reply } from '../answer.js'
import { clip } from './blocks.js'
import { command, ours, say, type Words } from './copy.js'
import { line, type Part, page, quote } from './page.js'
import { rejectionWords } from './rejection-words.js'

/** What keeps the bot from doing anything at all just now. */
export type Trouble = StoreUnavailable['trouble'] | 'slack'

/** An expected refusal. Nothing was changed, and what was typed is repeated. */
export const rejectionView = (why: Rejection, typed: string | null): Reply =>
  page([line(...rejectionWords(why)), ...repeated(typed)])

/** What was typed can be copied, changed and sent again. A text of any length that Slack takes is repeated whole. */
const repeated = (typed: string | null): Part[] =>
  typed === null || typed.trim() === '' ? [] : [line(say`You typed:`), quote(typed)]

/** A refusal of the grammar. What stands in backticks is a command. */
export const refusedTextView = (text: string, typed: string | null): Reply =>
  page([line(withCommands(text)), ...repeated(typed)])

const withCommands = (text: string): Words =>
  text.split('`').flatMap((piece, i) => (i % 2 === 1 ? command(piece) : ours(piece)))

/** Only full members of the workspace get anything; nothing is said about anybody. */
export const notATeammateView = (standing: NotATeammate['notATeammate']): Reply =>
  page([
    line(
      standing === 'outsider'
        ? say`I only answer members of the workspace that I work for. A teammate there can help you.`
        : say`I only answer full members of this workspace. A teammate can help you.`,
    ),
  ])

const troubles: Record<Trouble, Words> = {
  busy: say`I am very busy just now and could not write that down. Please send it again in a moment.`,
  full: say`The disk that I write on is full, so nothing was saved. Please tell whoever runs me, then send it again.`,
  'read-only': say`I may not write to my database just now, so nothing was saved. Please tell whoever runs me, then send it again.`,
  corrupt: say`My database cannot be read, so nothing was saved. Please tell whoever runs me: the log names the file and the remedy.`,
  gone: say`I cannot reach my database just now, so nothing was saved. Please send it again in a moment, or tell whoever runs me.`,
  slack: say`Slack did not tell me what I need to know just now, so nothing was done. Please send it again in a moment.`,
}

/** Something outside the product is in trouble. Nothing was changed. */
export const troubleView = (kind: Trouble, typed: string | null): Reply =>
  page([line(troubles[kind]), ...repeated(typed)])

/** A fault of ours: the reference stands in the log too. */
export const unexpectedView = (reference: string, typed: string | null): Reply =>
  page([
    line(
      say`Something went wrong on my side, and I am sorry. Whoever runs me finds it in the log as ${command(clip(reference, 60))}.`,
      say`${command('/person due')} and the other commands may still work; please try again.`,
    ),
    ...repeated(typed),
  ])
