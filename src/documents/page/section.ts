import type { PersonExport } from '../../app/export/export-person.js'
import type { Instant, LocalDate } from '../../domain/local-time.js'
import { localDateOf } from '../../domain/local-time.js'
import { sourceActing } from '../../domain/role-change/source.js'
import { type Html, html, joined, none, typed } from './html.js'
import { longDate } from './long-dates.js'

/** One heading of the page and what stands below; left out when nothing does. */
export type Section = { readonly id: string; readonly title: string; readonly body: readonly Html[] }

/** A teammate by name, or the source that acted by itself. */
export const teammateNamed = ({ teammates }: PersonExport, userId: string): Html => {
  const acting = sourceActing(userId)
  if (acting !== null) return typed(acting.name)
  const name = teammates.get(userId) ?? ''
  return name === '' ? html`a teammate` : typed(name)
}

export const teammatesNamed = (known: PersonExport, userIds: readonly string[]): Html => {
  const names = userIds.map((userId) => teammateNamed(known, userId))
  const last = names.at(-1) ?? none
  return names.length < 2 ? last : html`${joined(names.slice(0, -1), ', ')} and ${last}`
}

type Written = { readonly by: string; readonly at: Instant; readonly putRightBy?: string }

/** Who wrote it down, and when: the day is left out when it is the one that was named just before. */
export const writtenBy = (known: PersonExport, { by, at, putRightBy }: Written, named?: LocalDate): Html => {
  const on = localDateOf(at, known.zone)
  const day = on === named ? none : html` on ${longDate(on)}`
  return html`Written down by ${teammateNamed(known, by)}${day}${correctedBy(known, putRightBy)}.`
}

/** Whose words stand there by now. */
export const correctedBy = (known: PersonExport, putRightBy: string | undefined): Html =>
  putRightBy === undefined ? none : html`, put right by ${teammateNamed(known, putRightBy)}`

/** Words of several lines, as they were typed. */
export const words = (text: string): Html => html`<p class="words" dir="auto">${text}</p>`

export const list = (items: readonly Html[]): readonly Html[] =>
  items.length === 0
    ? []
    : [html`<ul class="entries">\n`, ...items.map((item) => html`<li>${item}</li>\n`), html`</ul>`]

/** Small print below an entry. */
export const source = (said: Html): Html => html`<p class="source">${said}</p>`
