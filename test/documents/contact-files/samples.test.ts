import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { columnsAsked, inShort, readAll } from './reading.js'

const sample = (name: string) => readFile(new URL(`../../../data/samples/${name}`, import.meta.url))

describe('the samples', () => {
  it.each([
    ['linkedin-connections.csv', 'linkedin', 12, 0],
    ['linkedin-connections-a-month-later.csv', 'linkedin', 12, 0],
    ['linkedin-connections-german.csv', 'linkedin', 3, 0],
    ['google-contacts.csv', 'google', 3, 1],
    ['google-contacts-older.csv', 'google', 2, 0],
    ['hubspot-contacts.csv', 'hubspot', 8, 1],
    ['hubspot-contacts-a-month-later.csv', 'hubspot', 8, 1],
    ['salesforce-report.csv', 'salesforce', 3, 1],
    ['salesforce-api.csv', 'salesforce', 2, 0],
    ['contacts-2.1.vcf', 'vcard', 2, 0],
    ['contacts-3.0.vcf', 'vcard', 1, 1],
    ['contacts-4.0.vcf', 'vcard', 2, 0],
  ])('%s is %s: %i people, %i skipped', async (name, format, people, skipped) => {
    const read = await readAll(await sample(name), { name })
    expect([read.format, read.people.length, read.skipped.length]).toEqual([format, people, skipped])
  })

  it('none is without a test', async () => {
    const files = await readdir(new URL('../../../data/samples/', import.meta.url))
    expect(files.filter((name) => /\.(?:csv|vcf)$/.test(name))).toHaveLength(13)
  })

  it('a month later three titles and two companies are others, one cell is empty, and two differ in spelling', async () => {
    for (const name of ['linkedin-connections', 'hubspot-contacts']) {
      const before = await readAll(await sample(`${name}.csv`))
      const after = await readAll(await sample(`${name}-a-month-later.csv`))
      expect(after.people.map(({ key }) => key)).toEqual(before.people.map(({ key }) => key))
      const changed = (field: 'title' | 'company') =>
        after.people.filter((person, nth) => person[field] !== before.people[nth]?.[field])
      expect(changed('title'), name).toHaveLength(4)
      expect(changed('company'), name).toHaveLength(4)
    }
  })

  it('a soft break of quoted-printable keeps the space behind it', async () => {
    const { people } = await readAll(await sample('contacts-2.1.vcf'))
    expect(people[0]?.note).toBe('Spricht gern über Straßenbahnen und Brunnen.\nNicht vor neun.')
  })

  it('any CSV is read once its columns are chosen; a formula is nobody', async () => {
    const bytes = await sample('any-members.csv')
    expect(await columnsAsked(bytes)).toMatchObject({
      needsColumns: ['Mitgliedsnummer', 'Mitglied', 'Aufgabe', 'Arbeitgeber', 'Erreichbar unter'],
      sample: [
        ['M-017', 'Grete Hößlin', 'Vorständin', 'Möller & Töchter KG', 'grete@moeller.example'],
        {},
        {},
        {},
      ],
    })
    const columns = {
      name: 'Mitglied',
      title: 'Aufgabe',
      company: 'Arbeitgeber',
      email: 'Erreichbar unter',
      key: 'Mitgliedsnummer',
    }
    const read = await readAll(bytes, { columns })
    expect(inShort(read)).toEqual([
      'Grete Hößlin | Vorständin | Möller & Töchter KG',
      'Frank Ortiz | Haustechnik | Acme Lighting',
      'Paul Ünal | Einkäufer | ',
    ])
    expect(read.skipped).toEqual([{ row: 4, skipped: 'formula' }])
    expect(read.people[0]).toMatchObject({ row: 2, key: 'M-017', addresses: ['grete@moeller.example'] })
  })
})
