import type { PersonExport } from '../../app/export/export-person.js'
import { localDateOf } from '../../domain/local-time.js'
import { roleText } from '../../domain/role.js'
import type { RoleChange } from '../../domain/role-change/role-change.js'
import type { RoleAnswer, RoleQuestion } from '../../domain/role-change/role-question.js'
import type { Sighting } from '../../domain/role-change/sighting.js'
import { sourceName } from '../../domain/role-change/source.js'
import { type Html, html, none, typed } from './html.js'
import { longDate } from './long-dates.js'
import { list, type Section, source, teammateNamed, words, writtenBy } from './section.js'

/** What files, programs and signatures say of their work, and what became of it. */
export const whatSourcesSay = (known: PersonExport): Section => ({
  id: 'sources',
  title: 'What other sources say about your work',
  body: list([
    ...known.dossier.claims.map((claim) => claimed(known, claim)),
    ...known.dossier.sightings.map((sighting) => sighted(known, sighting)),
  ]),
})

const sighted = (known: PersonExport, sighting: Sighting): Html => {
  const says = roleText(sighting)
  const what = says === '' ? html`that it knows you` : typed(says)
  return html`<p>${named(sighting.source)} said last: ${what}.</p>${source(
    html`As of ${dayOf(known, sighting.observedAt)}. ${writtenBy(known, sighting)}`,
  )}`
}

const claimed = (known: PersonExport, claim: RoleQuestion): Html => {
  const quoted = claim.words === null ? none : html`<blockquote>${words(claim.words)}</blockquote>`
  const { answered } = claim
  const end =
    answered === null
      ? html`Nobody has said yet whether that is so.`
      : html`${ends[answered.as]}, on ${dayOf(known, answered.at)} (${teammateNamed(known, answered.by)}).`
  return html`<p>${named(claim.source)}: ${changed(claim.change)}.</p>${quoted}${source(
    html`As of ${dayOf(known, claim.observedAt)}. ${end}`,
  )}`
}

const ends: Readonly<Record<RoleAnswer, string>> = {
  recorded: 'We wrote it down as it was said',
  so: 'One of us took it to be so',
  beside: 'One of us took it to be so, beside what you did before',
  'not-so': 'One of us said that it is not so',
  'not-sure': 'One of us was not sure',
  known: 'We came to know it otherwise',
  superseded: 'The source says something else by now',
}

const changed = ({ kind, was, is }: RoleChange): Html => {
  const before = was === null ? '' : roleText(was)
  const after = is === null ? '' : roleText(is)
  if (kind === 'left') return before === '' ? html`you left` : html`you left ${typed(before)}`
  const began =
    kind === 'additional' ? html`you also do this: ${typed(after)}` : html`you do this now: ${typed(after)}`
  return before === '' ? began : html`${began} (before: ${typed(before)})`
}

const named = (from: string): Html => typed(sourceName(from).name)
const dayOf = ({ zone }: PersonExport, at: string): Html => longDate(localDateOf(at, zone))
