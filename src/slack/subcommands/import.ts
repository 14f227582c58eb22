import { type Answer, modal, reply } from '../answer.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { formMetadata } from '../forms/metadata.js'
import { importForm, importOfferView } from '../views/imports/import-forms.js'

/** `import`: a form for a file. Slack opens forms from commands and buttons alone, so a message gets a button. */
export const runImport = async (_bot: Bot, turn: Turn): Promise<Answer> => {
  if (turn.triggerId === null) return reply(importOfferView())
  const { place, openToAll } = turn.asker
  return modal(importForm(place.home, openToAll, formMetadata(turn, { personId: '' })))
}
