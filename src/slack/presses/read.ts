import { scopeOf } from '../../app/asker.js'
import { openPaste } from '../conversation/read-message.js'
import type { OnPress } from './press.js'

/** "Paste it": the form, for whoever the button names, if anybody. */
export const pressPaste: OnPress = async (bot, turn, { value }) => {
  const [person] = await bot.uow.read(scopeOf(turn.asker), ({ people }) => people.names([value]))
  return openPaste(bot, turn, person ?? null)
}
