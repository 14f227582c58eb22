import { fieldsOf } from '../../app/entries/fields.js'
import type { ShownEntry } from '../../app/entries/show-entry.js'
import { type Answer, modal } from '../answer.js'
import { formMetadata } from '../forms/metadata.js'
import { editEntryForm } from '../views/entry-form.js'
import { type Bot, type Turn, viewContext } from './bot.js'
import { putAside } from './drafts.js'

/** Opens the form of one entry, and remembers what it was filled with. */
export const openEntryForm = async (bot: Bot, turn: Turn, shown: ShownEntry): Promise<Answer> => {
  const { person, found } = shown
  const seenId = await putAside(bot, turn, {
    kind: 'entry-form',
    seen: fieldsOf(found),
    shownIn: found.entry.home,
  })
  const about = { personId: person.id, entryKind: found.kind, entryId: found.entry.id, seenId }
  return modal(editEntryForm(shown, formMetadata(turn, about), viewContext(turn)))
}
