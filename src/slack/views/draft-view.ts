import type { Person } from '../../domain/person.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button } from './blocks.js'
import { command, named, say } from './copy.js'
import { buttons, line, page } from './page.js'

/** A button whose question is too old, or was somebody else's. */
export const expiredView = (): Reply =>
  page([line(say`That question was answered, or is more than a day old. Please type it again.`)])

/** The second press on one question. */
export const doneAlreadyView = (): Reply =>
  page([line(say`That is done already. ${command('/person undo')} takes it back.`)])

/** A form cannot be opened from a message: Slack wants a press. */
export const openFormView = (person: Person): Reply =>
  page([
    line(say`Here is what is known about ${named(person.name)}, to put right:`),
    buttons([button('Open the form', actionIds.editPerson, person.id, 'primary')]),
  ])

/** A picture, or a file: an ear finds nothing in it. */
export const noWordsView = (): Reply =>
  page([
    line(
      say`There are no words in that message to keep. Type what was said: ${command('/person heard frank my daughter starts at Ohio State')}`,
    ),
  ])
