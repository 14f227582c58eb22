import type { LocalDate } from '../../domain/local-time.js'
import { type Html, html } from './html.js'

const long = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** "3 March 2025". */
export const longDate = (on: LocalDate): Html => html`<time datetime="${on}">${inWords(on)}</time>`

/** "14 March", of a `MM-DD`. */
export const dayOfYear = (monthDay: string): string => inWords(`2000-${monthDay}`).replace(/ \d+$/, '')

const inWords = (on: LocalDate): string => long.format(Date.parse(`${on}T00:00:00Z`))
