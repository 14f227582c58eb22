import { inTheirWords } from '../../app/quotes/in-their-words.js'
import { type Answer, reply } from '../answer.js'
import type { WordsDetails } from '../command/text-details.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { putAside } from '../conversation/drafts.js'
import { theirWordsView } from '../views/their-words-view.js'

/** `words TOPIC`. */
export const runWords = async (bot: Bot, turn: Turn, { text }: WordsDetails): Promise<Answer> => {
  const found = await inTheirWords(bot.uow, turn.asker, text, 0)
  const isEmpty = found.quotes.length === 0 && !found.more
  const draftId = isEmpty ? '' : await putAside(bot, turn, { kind: 'find', text })
  return reply(theirWordsView(found, text, draftId))
}
