import type { Person } from '../../domain/person.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { actions, button, section, userText } from './blocks.js'

/** A button whose question is too old, or was somebody else's. */
export const expiredView = (): Reply =>
  said('That question has been answered or is more than a day old. Please type it again.')

/** The second press on one question. */
export const doneAlreadyView = (): Reply => said('That is done already. `/person undo` takes it back.')

/** A form cannot be opened from a message: Slack wants a press. */
export const openFormView = (person: Person): Reply => {
  const text = `Here is what I know of ${userText(person.name)}, to put right:`
  return {
    text,
    blocks: [section(text), actions([button('Open the form', actionIds.editPerson, person.id)])],
  }
}

const said = (text: string): Reply => ({ text, blocks: [section(text)] })
