import { doublesOf } from '../../app/merges/likely-doubles.js'
import { formOf, type PersonForm } from '../../app/people/put-right.js'
import type { Person } from '../../domain/person.js'
import { type Answer, modal } from '../answer.js'
import { formMetadata } from '../forms/metadata.js'
import { editPersonForm } from '../views/person-form.js'
import { type Bot, type Turn, viewContext } from './bot.js'
import { putAside } from './drafts.js'

/** Opens the form of `edit`, and remembers what it was filled with. */
export const openEditForm = async (bot: Bot, turn: Turn, person: Person): Promise<Answer> => {
  const seenId = await rememberSeen(bot, turn, formOf(person))
  const metadata = formMetadata(turn, { personId: person.id, seenId })
  const doubles = await doublesOf(bot.uow, turn.asker, person.id)
  return modal(editPersonForm(person, metadata, viewContext(turn), doubles))
}

/** Puts aside what the form is filled with; answers its id. */
export const rememberSeen = (bot: Bot, turn: Turn, { addresses, ...seen }: PersonForm): Promise<string> =>
  putAside(bot, turn, { kind: 'form', seen: { ...seen, addresses: [...addresses] } })
