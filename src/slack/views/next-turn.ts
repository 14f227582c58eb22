import { type LocalDate, plusDays } from '../../domain/local-time.js'
import { standardWorkingTime, workingDayFrom } from '../../domain/working-time.js'
import { say, type Words } from './copy.js'
import { day } from './days.js'

/** The working day on which somebody comes up, who falls due on a day. */
const comesUpOn = (dueOn: LocalDate): LocalDate => workingDayFrom(dueOn, standardWorkingTime('UTC'))

/** When somebody comes up next, as a sentence: "They come up on Tue 24 Nov." */
export const nextTurn = (dueOn: LocalDate | null, today: LocalDate): Words => {
  if (dueOn === null) return say`They will not come up by themselves.`
  if (dueOn <= today) return say`They would be glad to hear from you now.`
  const on = comesUpOn(dueOn)
  return on === plusDays(today, 1) ? say`They come up tomorrow.` : say`They come up ${day(on, today)}.`
}
