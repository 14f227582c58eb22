import type { Card } from '../../app/people/card-model.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import { cardLines, unconfirmed } from './card-lines.js'
import type { Reader } from './context.js'
import { say } from './copy.js'
import { buttons, line, type Part, page } from './page.js'
import { claimButtons } from './role-claim.js'

/** Words that were left after `show WHO`. */
export type Leftover = { readonly draftId: string; readonly text: string }

/** Of words left over, enough to see that they are meant. */
const shown = 400

/** What helps before a call: who they are, what is going on for them, what was promised, and what to ask next. */
export const cardView = (card: Card, reader: Reader, leftover: Leftover | null = null): Reply =>
  page([
    line(...cardLines(card, reader)),
    ...(card.claim === null ? [] : [buttons(claimButtons(card.claim))]),
    ...(unconfirmed(card) === null ? [] : [confirmButton(card.person.id)]),
    cardButtons(card.person.id),
    ...(leftover === null ? [] : offered(leftover)),
  ])

const confirmButton = (personId: string): Part =>
  buttons(
    [button('That is right', actionIds.confirm, personId)],
    say`“That is right” confirms what the file said.`,
  )

/** What one does next. */
export const cardButtons = (personId: string): Part =>
  buttons([
    button('Talked', actionIds.talked, personId, 'primary'),
    button('Note', actionIds.writeNote, personId),
    button('Promise', actionIds.promise, personId),
    button('Edit', actionIds.editPerson, personId),
    button('More', actionIds.more, personId),
  ])

const offered = ({ draftId, text }: Leftover): Part[] => [
  line(say`You also typed “${clip(text, shown)}”.`),
  buttons(
    [button('Keep as a note', actionIds.pick, `${draftId}:note`)],
    say`“Keep as a note” writes it down.`,
  ),
]
