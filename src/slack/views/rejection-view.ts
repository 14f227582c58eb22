import type { NotATeammate } from '../../app/asker.js'
import type { Rejection } from '../../app/outcome.js'
import type { Reply } from '../answer.js'
import { command, ours, say, type Words } from './copy.js'
import { line, type Part, page, quote } from './page.js'
import { rejectionWords } from './rejection-words.js'

/** An expected refusal. Nothing was changed, and what was typed is repeated. */
export const rejectionView = (why: Rejection, typed: string | null): Reply =>
  page([line(...rejectionWords(why)), ...repeated(why.reason === 'nothing-changed' ? null : typed)])

/** What was typed can be copied, changed and sent again. A text of any length that Slack takes is repeated whole. */
export const repeated = (typed: string | null): Part[] =>
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
