import type { PersonName } from '../../app/ports.js'
import type { Answer } from '../answer.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { openPaste } from '../conversation/read-message.js'

/** `read WHO`: what they sent, to be pasted. */
export const runRead = (bot: Bot, turn: Turn, person: PersonName): Promise<Answer> =>
  openPaste(bot, turn, person)

/** `read`: the message says whose it is. */
export const runReadAny = (bot: Bot, turn: Turn): Promise<Answer> => openPaste(bot, turn, null)
