import type { PersonExport } from '../../app/export/export-person.js'
import type { Interaction } from '../../domain/interaction.js'
import type { NoteKind } from '../../domain/note.js'
import { type Html, html } from './html.js'
import { longDate } from './long-dates.js'
import { list, type Section, source, teammatesNamed, words, writtenBy } from './section.js'

const titles: Readonly<Record<NoteKind, { readonly id: string; readonly title: string }>> = {
  heard: { id: 'told', title: 'What you told us' },
  situation: { id: 'going-on', title: 'What is going on for you, as we understand it' },
  note: { id: 'noticed', title: 'What we noticed' },
}

const when: Readonly<Record<NoteKind, string>> = {
  heard: 'You said this on',
  situation: 'As of',
  note: 'Noticed on',
}

/** What they said, in their words; what is going on; and what somebody noticed. The newest first. */
export const notesOf = (known: PersonExport, kind: NoteKind): Section => ({
  ...titles[kind],
  body: list(
    known.dossier.notes
      .filter((note) => note.kind === kind)
      .map((note) => {
        const said = kind === 'heard' ? html`<blockquote>${words(note.text)}</blockquote>` : words(note.text)
        const day = html`${when[kind]} ${longDate(note.on)}.`
        return html`${said}${source(html`${day} ${writtenBy(known, note, note.on)}`)}`
      }),
  ),
})

const did: Readonly<Record<Interaction['kind'], string>> = {
  met: 'We met on',
  called: 'We spoke on the telephone on',
  emailed: 'We wrote to each other by e-mail on',
  messaged: 'We wrote to each other on',
}

/** Every contact, the latest first. */
export const contacts = (known: PersonExport): Section => ({
  id: 'in-touch',
  title: 'When we were in touch',
  body: list(
    known.dossier.interactions.map((contact): Html => {
      const { kind, on, text, teammates } = contact
      const who = html`<p>${did[kind]} ${longDate(on)}. From our team: ${teammatesNamed(known, teammates)}.</p>`
      return html`${who}${text === '' ? '' : words(text)}${source(writtenBy(known, contact, on))}`
    }),
  ),
})
