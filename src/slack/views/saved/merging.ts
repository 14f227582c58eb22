import type { MadeOne } from '../../../app/merges/merge-people.js'
import type { TakenApart } from '../../../app/merges/unmerge-people.js'
import { actionIds } from '../../action-ids.js'
import type { Reply } from '../../answer.js'
import { button } from '../blocks.js'
import type { ViewContext } from '../context.js'
import { called, command, named, ours, say } from '../copy.js'
import { buttons, hint, line, page } from '../page.js'

/** After two people were made one. */
export const mergedView = ({ first, second, keptBack, actId }: MadeOne, _ctx: ViewContext): Reply => {
  const [stays, went] = [named(first.name), named(second.name)]
  return page([
    line(
      say`${went} and ${stays} are one person now: ${stays}.`,
      ...(keptBack
        ? [
            say`What ${went} was reached by is not shown, since more people know ${stays}. It comes back when they are taken apart.`,
          ]
        : []),
    ),
    buttons([button('Undo', actionIds.undo, actId), button('Card', actionIds.card, first.id)]),
    hint(
      say`${command('/person undo')} takes it back for a day, ${command(`/person unmerge ${called(first.name)}`)} at any later time.`,
    ),
  ])
}

/** After they were taken apart. */
export const takenApartView = ({ first, second, given, actId }: TakenApart, _ctx: ViewContext): Reply => {
  const went =
    given === 0
      ? ''
      : given === 1
        ? ' One thing that came since went along.'
        : ` ${given} things that came since went along.`
  return page([
    line(say`${named(first.name)} and ${named(second.name)} are two people again.${ours(went)}`),
    buttons([button('Undo', actionIds.undo, actId)]),
    hint(say`${command('/person undo')} takes it back.`),
  ])
}
