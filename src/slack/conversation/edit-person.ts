import { formOf } from '../../app/people/put-right.js'
import type { Person } from '../../domain/person.js'
import { type Answer, modal } from '../answer.js'
import { formMetadata } from '../forms/metadata.js'
import { editPersonForm } from '../views/forms.js'
import type { Bot, Turn } from './bot.js'
import { putAside } from './drafts.js'

/** Opens the form of `edit`, and remembers what it was filled with. */
export const openEditForm = async (bot: Bot, turn: Turn, person: Person): Promise<Answer> => {
  const { addresses, ...seen } = formOf(person)
  const seenId = await putAside(bot, turn, { kind: 'form', seen: { ...seen, addresses: [...addresses] } })
  return modal(editPersonForm(person, formMetadata(turn, { personId: person.id, seenId })))
}
