import { logContact } from '../../app/interactions/log-contact.js'
import { keepNote } from '../../app/notes/keep-note.js'
import type { PersonName } from '../../app/ports.js'
import { type InteractionKind, interactionKinds } from '../../domain/interaction.js'
import { instantAt } from '../../domain/local-time.js'
import type { Person } from '../../domain/person.js'
import { fieldIds } from '../action-ids.js'
import { type Answer, nothing, type Reply, reply } from '../answer.js'
import { refused as refusedAs } from '../conversation/answer-with.js'
import { type Bot, type Turn, viewContext } from '../conversation/bot.js'
import { openUnderstood } from '../conversation/read-message.js'
import { type Several, severalKeptView, severalLoggedView } from '../views/saved/several.js'
import { keptView, loggedView } from '../views/saved-views.js'
import { changedRoles } from '../views/shortcut-forms.js'
import { type DoneForAll, type FromShortcut, forEachOf, readShortcutForm } from './about-several.js'
import { type OnForm, wrongAt } from './form.js'

/** "Log a conversation": one contact for each who took part. */
export const submitConversation: OnForm = async (bot, turn, filled) => {
  const form = await readShortcutForm(bot, turn, filled)
  if ('wrong' in form) return form.wrong
  const { people, on, text } = form
  const how = filled.value(fieldIds.how)
  const kind: InteractionKind = interactionKinds.find((each) => each === how) ?? 'called'
  const all = await forEachOf(bot.uow, turn.asker, people, (uow, asker, personId) =>
    logContact({ ...bot, uow }, asker, { personId, kind, on, text }),
  )
  const ctx = viewContext(turn)
  return answerForAll(turn, people, all, {
    one: (only) => loggedView(only, ctx),
    several: (several) => severalLoggedView(several, { kind, on, text }, ctx),
  })
}

/** "Remember this": one note for each whom it is about, of the message's day. */
export const submitRemember: OnForm = async (bot, turn, filled) => {
  const form = await readShortcutForm(bot, turn, filled)
  if ('wrong' in form) return form.wrong
  const { people, on, text } = form
  if (text === '') return wrongAt(fieldIds.text, 'There are no words in it to keep.')
  if (filled.value(fieldIds.kind) === changedRoles) return readInstead(bot, turn, form)
  const kind = filled.value(fieldIds.kind) === 'heard' ? 'heard' : 'note'
  // A note is of the day on which it was noticed, and that was the message's.
  const all = await forEachOf(bot.uow, turn.asker, people, (uow, asker, personId) =>
    keepNote({ ...bot, uow }, asker, personId, kind, text, on),
  )
  const ctx = viewContext(turn)
  return answerForAll(turn, people, all, {
    one: (only) => keptView(only, ctx),
    several: (several) => severalKeptView(several, text, ctx),
  })
}

/** The message is a signature or an automatic reply: the next form shows what was understood. */
const readInstead = async (bot: Bot, turn: Turn, { people, on, text }: FromShortcut): Promise<Answer> => {
  const [about, another] = people
  if (about === undefined || another !== undefined)
    return wrongAt(fieldIds.people, 'Whose role is it? Please choose one of them.')
  const isToday = on === turn.asker.today
  const writtenAt = isToday ? null : instantAt(on, endOfDay, turn.asker.zone)
  const opened = await openUnderstood(bot, turn, { text, about, writtenAt, inView: true })
  return 'complaint' in opened ? wrongAt(fieldIds.text, opened.complaint) : opened
}
/** In minutes: of a day the form knows no more. */
const endOfDay = 24 * 60 - 1

/** For whom it was done, and for whom not. */
const answerForAll = <T extends { readonly person: Person }>(
  turn: Turn,
  people: readonly PersonName[],
  { done, actId, refused }: DoneForAll<T>,
  views: { readonly one: (only: T) => Reply; readonly several: (several: Several) => Reply },
): Answer => {
  const [only] = done
  const [first] = refused
  if (only === undefined) return first === undefined ? nothing : refusedAs(turn, first.why)
  if (people.length === 1) return reply(views.one(only))
  return reply(views.several({ people: done.map(({ person }) => person), refused, actId }))
}
