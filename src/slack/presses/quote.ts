import { takeBackQuote } from '../../app/quotes/allow.js'
import { allTheirWords, inTheirWords } from '../../app/quotes/in-their-words.js'
import { noteWordsFile } from '../../app/quotes/note-file.js'
import { proposeQuote } from '../../app/quotes/propose.js'
import { wordsFile } from '../../documents/words-file.js'
import { modal, replace, reply } from '../answer.js'
import { answerWith, inPlace, refused } from '../conversation/answer-with.js'
import { putAside, takeUp } from '../conversation/drafts.js'
import { formMetadata } from '../forms/metadata.js'
import { type SlackTrouble, whyOf } from '../slack-error.js'
import { expiredView } from '../views/draft-view.js'
import { filesComment } from '../views/export-view.js'
import { quotedAlreadyView, quoteForm, unquotedView } from '../views/quote-view.js'
import { saidBy } from '../views/quote-words.js'
import { theirWordsView, wordsExportedView, wordsFailedView } from '../views/their-words-view.js'
import { type OnPress, offsetIn, twoParts } from './press.js'

/** *May be quoted*: the words first, without names. */
export const pressQuote: OnPress = async (bot, turn, press) => {
  const proposed = await proposeQuote(bot.uow, turn.asker, press.value)
  if (!proposed.ok) return refused(turn, proposed.why)
  if (proposed.value.isAllowed) return reply(quotedAlreadyView(proposed.value))
  const { person, note } = proposed.value
  const seen = { kind: 'note', text: note.text, on: note.on } as const
  const seenId = await putAside(bot, turn, { kind: 'entry-form', seen, shownIn: note.home })
  const about = { personId: person.id, entryKind: 'note', entryId: note.id, seenId } as const
  return modal(quoteForm(proposed.value, formMetadata(turn, about)))
}

export const pressUnquote: OnPress = async (bot, turn, press) =>
  inPlace(answerWith(turn, await takeBackQuote(bot, turn.asker, press.value), unquotedView))

export const pressWordsPage: OnPress = async (bot, turn, press) => {
  const [draftId, offset] = twoParts(press.value)
  const draft = await takeUp(bot, turn, draftId)
  if (draft?.kind !== 'find') return replace(expiredView())
  const found = await inTheirWords(bot.uow, turn.asker, draft.text, offsetIn(offset))
  return replace(theirWordsView(found, draft.text, draftId))
}

/** *Export as Markdown*: a file in the DM of whoever asked, as `export` hands it over. */
export const pressWordsExport: OnPress = async (bot, turn, press) => {
  const draft = await takeUp(bot, turn, press.value)
  if (draft?.kind !== 'find') return reply(expiredView())
  const { workspaceId, userId, today } = turn.asker
  const topic = draft.text
  const found = await allTheirWords(bot.uow, turn.asker, topic)
  if (found.quotes.length === 0) return reply(theirWordsView(found, topic, ''))
  const failed = ({ kind, code }: SlackTrouble) => reply(wordsFailedView({ kind, why: whyOf(code) }, topic))
  const uploaded = await bot.files.upload(userId, [wordsFile(topic, found.quotes, today, saidBy)])
  if ('kind' in uploaded) return failed(uploaded)
  const fileIds = uploaded.files.map(({ id }) => id)
  const { channelId } = uploaded
  const noted = await noteWordsFile(bot.uow, workspaceId, found.personIds, { channelId, fileIds })
  if (!noted.ok) return refused(turn, noted.why)
  const trouble = await bot.files.show(uploaded, filesComment)
  return trouble === null ? reply(wordsExportedView(found, topic)) : failed(trouble)
}
