import { expect, it } from 'vitest'
import type { StagedRow } from '../../../src/app/ports/imports.js'
import type { Import } from '../../../src/domain/import.js'
import type { Person } from '../../../src/domain/person.js'
import { everything } from './known-by-all.js'
import { claimed, sighted } from './sources-say.js'
import { ana, at, customers, onEachEngine, type Workspace } from './workspace.js'

const traces = ['ottokar', 'xylophone', 'wendelstein', 'wo@acme.example', 'quokka']
const tracesIn = (text: string): string[] => traces.filter((trace) => text.includes(trace))

const file = (name: string): Import => ({
  id: 'file1',
  home: customers,
  by: ana,
  format: 'vcard',
  name,
  state: 'ready',
  stagedAt: at,
  begunAt: null,
  changedAt: at,
  rhythm: 'never',
  rows: 4,
  reached: 0,
  firstActId: null,
  stayed: 0,
})
const row = (nth: number, name: string, given: Partial<StagedRow> & { note?: string } = {}): StagedRow => ({
  nth,
  row: nth,
  contact: {
    row: nth,
    name,
    title: '',
    company: '',
    addresses: [],
    key: null,
    birthday: null,
    note: given.note ?? '',
  },
  fate: given.fate ?? { outcome: 'new' },
  personId: given.personId ?? null,
})

/** Files and signals speak of him, and of Susan with his name in what they say. */
const saidOf = async (here: Workspace, him: Person, susan: Person) => {
  await here.does(ana, async ({ sightings, roleQuestions }) => {
    await sightings.add(sighted(here, him, { key: 'w-ottokar', title: 'keeper of the xylophone' }))
    await sightings.add(sighted(here, susan, { key: 'susan', title: 'aide to Wendelin Ottokar' }))
    await roleQuestions.add(claimed(here, him, { words: 'Wendelstein Works' }))
    await roleQuestions.add(
      claimed(here, susan, {
        words: 'ask Wendelin Ottokar (wo@acme.example) instead',
        successor: { name: 'Wendelin Ottokar', address: 'wo@acme.example' },
      }),
    )
  })
  await here.keep(async ({ imports }) => {
    await imports.begin(file('wendelin-ottokar.vcf'))
    await imports.addRows('file1', [
      row(1, 'W. O.', { personId: him.id, note: 'a quokka' }),
      row(2, 'Wendelin Ottokar', { note: 'a quokka' }),
      row(3, 'Susan Bell', { note: 'reports to Wendelin Ottokar' }),
      row(4, 'Lily Chen', {
        fate: {
          outcome: 'changed',
          personId: him.id,
          was: { title: 'keeper of the xylophone', company: '' },
          is: null,
          adds: [],
        },
      }),
    ])
  })
}

onEachEngine('forgetting whom sources speak of', (workspace, _engine, database) => {
  it('leaves nothing of what they said, in files that are on their way neither', async () => {
    const here = workspace()
    const him = await here.knows('Wendelin Ottokar', { id: 'id-of-him', addresses: ['wo@acme.example'] })
    const susan = await here.knows('Susan Bell')
    await saidOf(here, him, susan)
    expect(tracesIn(await everything(database().url, here))).toEqual(traces)
    const gone = await here.keep(({ forgetting }) => forgetting.person(him.id))
    expect(gone).toMatchObject({ people: 1, said: 2 })
    const left = await everything(database().url, here)
    expect(tracesIn(left)).toEqual([])
    expect(left).not.toContain(him.id)
    await here.read(ana, async ({ sightings, roleQuestions }) => {
      expect((await sightings.of(susan.id)).map(({ title }) => title)).toEqual(['aide to [forgotten]'])
      expect(await roleQuestions.of(susan.id)).toMatchObject([
        { words: 'ask [forgotten] ([forgotten]) instead', successor: null },
      ])
    })
    await here.keep(async ({ imports }) => {
      const rows = await imports.after('file1', 0, 9)
      expect(rows.map(({ nth, fate, contact }) => [nth, fate.outcome, contact?.note])).toEqual([
        [1, 'forgotten', undefined],
        [2, 'forgotten', undefined],
        [3, 'new', 'reports to [forgotten]'],
        [4, 'forgotten', undefined],
      ])
      expect((await imports.get('file1'))?.name).toBe('vcard')
    })
  })
})
