import { allowQuote } from '../../app/quotes/allow.js'
import { longestQuote } from '../../domain/quote.js'
import { isRoleKind } from '../../domain/role-kind.js'
import { fieldIds } from '../action-ids.js'
import { answerWith, refused } from '../conversation/answer-with.js'
import { takeUp } from '../conversation/drafts.js'
import { quotedView } from '../views/quote-view.js'
import { type OnForm, wrongAt } from './form.js'

/** What somebody said, as everybody may read it. */
export const submitQuote: OnForm = async (bot, turn, { metadata, value }) => {
  const { entryId, seenId } = metadata
  if (entryId === undefined || seenId === undefined) return refused(turn, { reason: 'entry-gone' })
  const words = value(fieldIds.text)
  if (words === '') return wrongAt(fieldIds.text, 'Which of their words may be read?')
  if (words.length > longestQuote) return wrongAt(fieldIds.text, `At most ${longestQuote} letters of them.`)
  const role = value(fieldIds.role)
  const draft = await takeUp(bot, turn, seenId)
  const text = draft?.kind === 'entry-form' && draft.seen.kind === 'note' ? draft.seen.text : null
  const quote = { words, role: isRoleKind(role) ? role : null, text }
  return answerWith(turn, await allowQuote(bot, turn.asker, entryId, quote), quotedView)
}
