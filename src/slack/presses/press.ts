import type { Answer } from '../answer.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { takeTurn } from '../conversation/turn.js'
import type { Press } from '../incoming.js'

export type OnPress = (bot: Bot, turn: Turn, press: Press) => Promise<Answer>

/** A press by a teammate; anybody else gets a sentence. */
export const onPress =
  (bot: Bot, go: OnPress) =>
  (press: Press): Promise<Answer> =>
    takeTurn(bot, { from: press, triggerId: press.triggerId, typed: '' }, (turn) => go(bot, turn, press))

/** A value of two parts, `A:B`; the second may hold colons of its own. */
export const twoParts = (value: string): readonly [string, string] => {
  const at = value.indexOf(':')
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)]
}

/** A page's offset in a value; nonsense is the first page. */
export const offsetIn = (text: string): number => {
  const offset = Number(text)
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0
}
