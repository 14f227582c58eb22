import type { PersonExport } from '../../app/export/export-person.js'
import { rhythmText } from '../../domain/cadence.js'
import { heldBefore, heldNow, type Role, roleText } from '../../domain/role.js'
import { sourceName } from '../../domain/role-change/source.js'
import { type Html, html, typed } from './html.js'
import { longDate } from './long-dates.js'
import { list, type Section, source, teammateNamed, writtenBy } from './section.js'

/** Name, ways to reach them, and what they do and did. */
export const whoYouAre = (known: PersonExport): Section => {
  const { person, roles } = known.dossier
  const { addresses, prefers } = person
  const [now, before] = [heldNow(roles), heldBefore(roles)]
  return {
    id: 'you',
    title: 'Who you are',
    body: [
      html`<dl>`,
      item('Your name', typed(person.name)),
      ...(addresses.length === 0
        ? []
        : [item('Where you can be reached', html`${listed(addresses.map(typed))}`)]),
      ...(prefers === null ? [] : [item('How you like to be reached', typed(prefers))]),
      ...(person.slackUserId === null ? [] : [item('In Slack', html`We know you there, too.`)]),
      ...(now.length === 0
        ? []
        : [item('What you do', html`${list(now.map((role) => roleEntry(known, role)))}`)]),
      ...(before.length === 0
        ? []
        : [item('What you did before', html`${list(before.map((role) => roleEntry(known, role)))}`)]),
      html`</dl>`,
      ...(person.source ? [html`<p>${fromSource(person.source)}</p>`] : []),
      ...(person.offstage ? [html`<p>None of us has met you yet.</p>`] : []),
    ],
  }
}

const item = (term: string, said: Html): Html => html`<dt>${term}</dt><dd>${said}</dd>\n`

const listed = (items: readonly Html[]): Html => html`<ul>${items.map((each) => html`<li>${each}</li>`)}</ul>`

const roleEntry = (known: PersonExport, role: Role): Html => {
  const since = role.sinceOn === null ? '' : html`, since ${longDate(role.sinceOn)}`
  const until = role.untilOn === null ? '' : html`, until ${longDate(role.untilOn)}`
  const from = role.source ? html` ${fromSource(role.source)}` : ''
  return html`${typed(roleText(role))}${since}${until}. ${source(html`${writtenBy(known, role)}${from}`)}`
}

const fromSource = (from: string): Html =>
  html`It comes from ${typed(sourceName(from).name)}, and nobody has confirmed it.`

/** Who introduced them, who looks after them, and how often we mean to be in touch. */
export const howWeKeepInTouch = (known: PersonExport): Section => {
  const { person } = known.dossier
  const { rhythm } = person
  const often =
    rhythm === 'never'
      ? html`We do not mean to get in touch by ourselves.`
      : html`We mean to be in touch every ${rhythmText(rhythm)}.`
  const later =
    person.laterUntil === null || person.laterUntil <= known.on
      ? ''
      : html` Somebody asked that it be not before ${longDate(person.laterUntil)}.`
  return {
    id: 'touch',
    title: 'How we keep in touch',
    body: [
      html`<p>${teammateNamed(known, person.by)} told the team about you on ${longDate(person.introducedOn)}.
${teammateNamed(known, person.ownerId)} looks after our contact with you. ${often}${later}</p>`,
    ],
  }
}
