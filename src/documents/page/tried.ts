import type { PersonExport } from '../../app/export/export-person.js'
import { html } from './html.js'
import { list, type Section, source, words, writtenBy } from './section.js'

/** What the team believes of people, and what somebody found when they held it against this one. */
export const whatWeTried = (known: PersonExport): Section => ({
  id: 'tried',
  title: 'What we believe of people, and how it is with you',
  body: list(
    known.dossier.tried.map((each) => {
      const found = each.holds
        ? 'One of us found that it holds for you.'
        : 'One of us found that it does not hold for you.'
      return html`${words(each.claim)}${source(html`${found} ${writtenBy(known, each)}`)}`
    }),
  ),
})
