import type { PersonExport } from '../app/export/export-person.js'
import { personPage } from './page/person-page.js'
import { personJson } from './person-json.js'
import { plainName } from './plain-name.js'
import { vcard } from './vcard.js'

export type Document = {
  readonly name: string
  readonly title: string
  readonly text: string
}

/** What `export WHO` hands over: a page to read, a card for an address book, and all of it for programs. */
export const personFiles = (known: PersonExport): readonly Document[] => {
  const { person, roles, dates } = known.dossier
  const name = plainName(person.name, 'person')
  return [
    {
      name: `what-we-know-about-${name}.html`,
      title: `What we know about ${person.name}.html`,
      text: personPage(known),
    },
    { name: `${name}.vcf`, title: `${person.name}.vcf`, text: vcard({ person, roles, dates }) },
    { name: `${name}.json`, title: `${person.name}.json`, text: personJson(known) },
  ]
}
