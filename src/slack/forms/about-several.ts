import { type Asker, scopeOf } from '../../app/asker.js'
import type { Outcome, Rejection } from '../../app/outcome.js'
import { asOne } from '../../app/part-of.js'
import type { PersonName, UnitOfWork } from '../../app/ports.js'
import { isLocalDate, type LocalDate } from '../../domain/local-time.js'
import { longestNote } from '../../domain/note.js'
import { fieldIds } from '../action-ids.js'
import type { Answer } from '../answer.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { takeUp } from '../conversation/drafts.js'
import { mostPeople } from '../views/people-input.js'
import { type Filled, wrongAt } from './form.js'

/** What a form of a message shortcut says, once nothing is wrong with it. */
export type FromShortcut = {
  readonly people: readonly PersonName[]
  readonly on: LocalDate
  readonly text: string
}

/** The form as it was filled in, or the complaint at the field where it belongs. */
export const readShortcutForm = async (
  bot: Bot,
  turn: Turn,
  filled: Filled,
): Promise<FromShortcut | { readonly wrong: Answer }> => {
  const { asker } = turn
  const ids = [
    ...new Set(
      filled
        .value(fieldIds.people)
        .split(',')
        .filter((id) => id !== ''),
    ),
  ]
  if (ids.length > mostPeople)
    return { wrong: wrongAt(fieldIds.people, `That is more than ${mostPeople}. Please choose fewer.`) }
  const people = await bot.uow.read(scopeOf(asker), (stores) => stores.people.names(ids))
  if (people.length === 0 || people.length < ids.length)
    return { wrong: wrongAt(fieldIds.people, 'I cannot find all of them any more. Please choose again.') }
  const on = filled.value(fieldIds.on)
  if (!isLocalDate(on)) return { wrong: wrongAt(fieldIds.on, 'Which day was it?') }
  if (on > asker.today) return { wrong: wrongAt(fieldIds.on, 'That day is still to come.') }
  const message = await longMessage(bot, turn, filled)
  if (message === null)
    return { wrong: wrongAt(fieldIds.text, 'This form is more than a day old. Please open it again.') }
  const text = [message, filled.value(fieldIds.text)].filter((part) => part !== '').join('\n')
  if (text.length > longestNote)
    return { wrong: wrongAt(fieldIds.text, 'Together with the message that is too long. Please shorten it.') }
  return { people, on, text }
}

/** What was too long for a field; empty when nothing was, null when it is gone. */
const longMessage = async (bot: Bot, turn: Turn, { metadata }: Filled): Promise<string | null> => {
  if (metadata.seenId === undefined) return ''
  const draft = await takeUp(bot, turn, metadata.seenId)
  return draft?.kind === 'message' ? draft.text : null
}

export type DoneForAll<T> = {
  readonly done: readonly T[]
  /** Of the first act, with which all are taken back. */
  readonly actId: string
  readonly refused: readonly RefusedFor[]
}
/** For whom nothing was done, and why. */
export type RefusedFor = { readonly name: string; readonly why: Rejection }

/** One act for each of several people, taken back together; handed in twice, each is carried out once. */
export const forEachOf = async <T>(
  stores: UnitOfWork,
  asker: Asker,
  people: readonly PersonName[],
  work: (uow: UnitOfWork, asker: Asker, personId: string) => Promise<Outcome<T>>,
): Promise<DoneForAll<T>> => {
  const { uow, firstActId } = asOne(stores)
  const done: T[] = []
  const refused: RefusedFor[] = []
  for (const { id, name } of people) {
    const cause = asker.cause === null ? null : `${asker.cause}:${id}`
    const outcome = await work(uow, { ...asker, cause }, id)
    if (outcome.ok) done.push(outcome.value)
    // Handed in twice, it was done the first time.
    else if (outcome.why.reason !== 'repeated') refused.push({ name, why: outcome.why })
  }
  return { done, actId: firstActId() ?? '', refused }
}
