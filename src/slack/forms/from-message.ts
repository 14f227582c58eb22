import { logContact } from '../../app/interactions/log-contact.js'
import { keepNote } from '../../app/notes/keep-note.js'
import { type InteractionKind, interactionKinds } from '../../domain/interaction.js'
import { fieldIds } from '../action-ids.js'
import { nothing, reply } from '../answer.js'
import { refused } from '../conversation/answer-with.js'
import { viewContext } from '../conversation/bot.js'
import { severalKeptView, severalLoggedView } from '../views/saved/several.js'
import { keptView, loggedView } from '../views/saved-views.js'
import { forEachOf, readShortcutForm } from './about-several.js'
import { type OnForm, wrongAt } from './form.js'

/** "Log a conversation": one contact for each who took part. */
export const submitConversation: OnForm = async (bot, turn, filled) => {
  const form = await readShortcutForm(bot, turn, filled)
  if ('wrong' in form) return form.wrong
  const { people, on, text } = form
  const how = filled.value(fieldIds.how)
  const kind: InteractionKind = interactionKinds.find((each) => each === how) ?? 'called'
  const all = await forEachOf(bot, turn, people, (each, { asker }, personId) =>
    logContact(each, asker, { personId, kind, on, text }),
  )
  const [only, another] = all.done
  if (only === undefined) return all.refused === null ? nothing : refused(turn, all.refused)
  if (another === undefined) return reply(loggedView(only, viewContext(turn)))
  const names = all.done.map(({ person }) => person.name)
  return reply(severalLoggedView(names, { kind, on, text }, all.actId, viewContext(turn)))
}

/** "Remember this": one note for each whom it is about, of the message's day. */
export const submitRemember: OnForm = async (bot, turn, filled) => {
  const form = await readShortcutForm(bot, turn, filled)
  if ('wrong' in form) return form.wrong
  const { people, on, text } = form
  if (text === '') return wrongAt(fieldIds.text, 'There are no words in it to keep.')
  const kind = filled.value(fieldIds.kind) === 'heard' ? 'heard' : 'note'
  // A note is of the day on which it was noticed, and that was the message's.
  const all = await forEachOf(bot, turn, people, (each, { asker }, personId) =>
    keepNote(each, { ...asker, today: on }, personId, kind, text),
  )
  const [only, another] = all.done
  if (only === undefined) return all.refused === null ? nothing : refused(turn, all.refused)
  if (another === undefined) return reply(keptView(only, viewContext(turn)))
  const names = all.done.map(({ person }) => person.name)
  return reply(severalKeptView(names, text, all.actId, viewContext(turn)))
}
