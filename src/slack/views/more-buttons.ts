import { actionIds } from '../action-ids.js'
import { button } from './blocks.js'
import { buttons, type Part } from './page.js'

/** What else there is on *more* of somebody, on one row: five at most, which a phone shows without scrolling. */
export const moreButtons = (personId: string, isSketched: boolean): Part =>
  buttons([
    button('Warm ways in', actionIds.warmWays, personId),
    button('A year as a picture', actionIds.yearPicture, personId),
    ...(isSketched ? [button('Try a sketch', actionIds.tryOn, personId)] : []),
  ])
