import type { Answer } from '../answer.js'
import { modal } from '../answer.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { takeTurn } from '../conversation/turn.js'
import { formMetadata } from '../forms/metadata.js'
import type { Shortcut } from '../incoming.js'
import type { ShortcutId } from '../listeners.js'
import { lookUpForm } from '../views/shortcut-forms.js'
import { openConversation, openRemember } from './on-message.js'

type OnShortcut = (bot: Bot, turn: Turn, shortcut: Shortcut) => Promise<Answer>

const openLookUp: OnShortcut = async (_bot, turn) =>
  modal(lookUpForm(formMetadata(turn, { personId: '', inView: true })))

/** Every shortcut, by callback id. */
export const shortcutsOf: Readonly<Record<ShortcutId, OnShortcut>> = {
  'log-conversation': openConversation,
  'remember-this': openRemember,
  'look-up-person': openLookUp,
}

/** A shortcut used by a teammate; a guest gets a sentence. */
export const onShortcut =
  (bot: Bot, go: OnShortcut) =>
  (shortcut: Shortcut): Promise<Answer> =>
    takeTurn(bot, { from: shortcut, triggerId: shortcut.triggerId, typed: '' }, (turn) =>
      go(bot, turn, shortcut),
    )
