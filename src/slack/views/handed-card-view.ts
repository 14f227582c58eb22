import type { HandOverUndone } from '../../app/nudges/compose-notice.js'
import type { Asked, HandedModel } from '../../app/people/handed.js'
import type { Reply } from '../answer.js'
import { cardLines } from './card-lines.js'
import { promisedLines } from './card-promises.js'
import { short } from './card-text.js'
import { cardButtons } from './card-view.js'
import { named, ours, say, teammate, type Words } from './copy.js'
import { ago } from './days.js'
import { heading, line, type Part, page } from './page.js'

/** To who looks after a person from now on: the card, all that is promised, and what not to ask again. */
export const handedCardView = ({ from, to, on, card, promised, asked }: HandedModel): Reply => {
  const reader = { today: on, userId: to }
  const { person, promisedCount } = card
  const open = promisedLines(promised, promisedCount, promised.length, reader)
  return page([
    line(say`${teammate(from)} handed ${named(person.name)} over to you.`),
    // The promises stand below, all of them.
    line(...cardLines({ ...card, promised: [] }, reader)),
    ...section('Promised and still open', open),
    ...section(
      'No need to ask again',
      asked.map((each) => askedLine(each, on)),
    ),
    cardButtons(person.id),
  ])
}

/** In place of it, once it was taken back. */
export const handOverUndoneView = ({ ownerId, name }: HandOverUndone): Reply =>
  page([
    line(
      ownerId === null || name === null
        ? say`That hand-over was taken back.`
        : say`That hand-over was taken back: ${teammate(ownerId)} looks after ${named(name)} again.`,
    ),
  ])

const section = (title: string, lines: readonly Words[]): Part[] =>
  lines.length === 0 ? [] : [heading(title), line(...lines)]

const askedLine = ({ question, answer, on }: Asked, today: string): Words =>
  answer === null
    ? say`“${short(question)}” was asked ${ours(ago(on, today))}.`
    : say`“${short(question)}” They said ${ours(ago(on, today))}: “${short(answer)}”`
