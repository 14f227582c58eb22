import type { Ahead } from '../../domain/ahead.js'
import type { LocalDate } from '../../domain/local-time.js'
import { brief } from './card-text.js'
import { joined, label, ours, say, type Words } from './copy.js'
import { ahead, longDay, plainDay } from './days.js'

const fewest = 2

/** "Ahead: lease ends on 1 March 2027, in 97 days". */
export const triggerLine = ({ date, on }: Ahead, today: LocalDate): Words => {
  const soon = ahead(on, today)
  return say`${label('Ahead:')} ${brief(date.text)} ${ours(isNear(soon) ? soon : `on ${longDay(on)}, ${soon}`)}`
}

/** "Next: birthday in 12 days (6 December) · renewal tomorrow". */
export const nextDaysLine = (next: readonly Ahead[], today: LocalDate): Words => {
  const days = next.slice(0, fewest).map(({ date, on }) => {
    const soon = ahead(on, today)
    return say`${brief(date.text)} ${ours(isNear(soon) ? soon : `${soon} (${plainDay(on, today)})`)}`
  })
  return say`${label('Next:')} ${joined(days, ' · ')}`
}

const isNear = (soon: string): boolean => soon === 'today' || soon === 'tomorrow'
