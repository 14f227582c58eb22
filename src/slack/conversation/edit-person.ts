import { doublesOf } from '../../app/merges/likely-doubles.js'
import { formOf, type PersonForm } from '../../app/people/put-right.js'
import type { Home } from '../../domain/audience.js'
import type { Person } from '../../domain/person.js'
import { type Answer, modal } from '../answer.js'
import { formMetadata } from '../forms/metadata.js'
import { editPersonForm } from '../views/person-form.js'
import { type Bot, type Turn, viewContext } from './bot.js'
import { putAside } from './drafts.js'

/** Opens the form of `edit`, and remembers what it was filled with. */
export const openEditForm = async (bot: Bot, turn: Turn, person: Person): Promise<Answer> => {
  const seenId = await rememberSeen(bot, turn, formOf(person), person.home)
  const metadata = formMetadata(turn, { personId: person.id, seenId })
  const doubles = await doublesOf(bot.uow, turn.asker, person.id)
  return modal(editPersonForm(person, metadata, viewContext(turn), doubles))
}

/** Puts aside what the form is filled with, and where they lived then; answers its id. */
export const rememberSeen = (
  bot: Bot,
  turn: Turn,
  { addresses, ...seen }: PersonForm,
  shownIn: Home,
): Promise<string> =>
  putAside(bot, turn, { kind: 'form', seen: { ...seen, addresses: [...addresses] }, shownIn })
