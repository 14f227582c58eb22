import { fieldIds } from '../action-ids.js'
import type { Answer } from '../answer.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { takeTurn } from '../conversation/turn.js'
import type { Submission } from '../incoming.js'
import { rejectionView } from '../views/rejection-view.js'
import { type FormMetadata, readMetadata } from './metadata.js'

/** What was filled in; a blank field is empty text. */
export type Filled = { readonly metadata: FormMetadata; readonly value: (field: string) => string }
export type OnForm = (bot: Bot, turn: Turn, filled: Filled) => Promise<Answer>

/** What was written by hand: repeated when it cannot be kept, since the form is closed by then. */
const { name, addresses, prefers, rhythm, text, title, company, zone, reactions, holidays } = fieldIds
const typedFields = [name, addresses, prefers, rhythm, text, title, company, zone, reactions, holidays]

/** A form submitted by a teammate. Submitted twice, it is carried out once. */
export const onForm =
  (bot: Bot, go: OnForm) =>
  async (submission: Submission): Promise<Answer> => {
    const metadata = readMetadata(submission.privateMetadata)
    if (metadata === null) return { kind: 'reply', reply: rejectionView({ reason: 'entry-gone' }, null) }
    const { channelId, threadTs } = metadata
    const from = { ...submission, channelId, threadTs }
    const value = (field: string): string => (submission.values[field] ?? '').trim()
    const typed = typedFields.map(value).filter((text) => text !== '')
    const taking = {
      from,
      triggerId: null,
      typed: typed.join('\n'),
      cause: `form:${submission.userId}:${metadata.form}`,
    }
    return takeTurn(bot, taking, (turn) => go(bot, turn, { metadata, value }))
  }

/** A complaint at the field where it belongs. */
export const wrongAt = (field: string, complaint: string): Answer => ({
  kind: 'errors',
  errors: { [field]: complaint },
})
