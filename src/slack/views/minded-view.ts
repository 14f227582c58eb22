import type { Behind } from '../../app/minding/behind.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import { command, ended, joined, label, named, ours, say, typed, type Words } from './copy.js'
import { buttons, hint, line, type Part, page } from './page.js'

const longestWord = 40

/** To its author alone, who spoke of people as if they were stock; `word` is how. */
export const mindedView = (word: string, behind: Behind): Reply =>
  page([
    line(ended(whoIsBehind(typed(clip(word, longestWord)), behind))),
    hint(
      say`Only you see this, at most once a week, and nothing of what you wrote is kept. This channel asked for it in ${command('/person settings')}.`,
    ),
    buttons(
      [button('Stop these', actionIds.stopMinding, 'stop')],
      say`“Stop these” ends it for you, for good.`,
    ),
  ])

const whoIsBehind = (word: Words, behind: Behind): Words => {
  const [only, another] = behind.people
  const isOne = only !== undefined && another === undefined
  const names = listed(behind.people.map(({ name }) => named(name)))
  switch (behind.by) {
    case 'company':
      return isOne
        ? say`Behind “${word}” there is somebody: ${names} at ${behind.company}`
        : say`Behind “${word}” there are people. At ${behind.company}: ${names}`
    case 'channel':
      return say`Behind “${word}” there are people. This channel lately knows of ${names}`
    case 'name':
      return isOne
        ? say`Behind “${word}” there is somebody: ${names}${only.role === '' ? ours('') : say`, ${only.role}`}`
        : say`Behind “${word}” there are people: ${names}`
  }
}

const listed = (names: readonly Words[]): Words =>
  names.length < 2
    ? joined(names, '')
    : say`${joined(names.slice(0, -1), ', ')} and ${names.at(-1) ?? ours('')}`

/** In place of the note, or beside it in Home. */
export const mindingStoppedView = (): Reply =>
  page([
    line(say`All right, none of these for you any more, in any channel.`),
    hint(say`My Home tab switches them on again, whenever you like.`),
    buttons([sendAgain], say`“Send them again” does so at once.`),
  ])

export const mindingAgainView = (): Reply =>
  page([line(say`Good. When I know who is behind a word, I will quietly say so again, once a week at most.`)])

const sendAgain = button('Send them again', actionIds.mindAgain, 'again')

/** In Home, where somebody stopped them: nowhere else does anything say so. */
export const mindingParts = (isStopped: boolean): Part[] =>
  isStopped
    ? [
        line(label('How people are spoken of'), say`You asked me to say nothing more about it.`),
        buttons([sendAgain]),
      ]
    : []
