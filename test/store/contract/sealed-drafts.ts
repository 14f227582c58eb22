import { sql } from 'kysely'
import { sealMark } from '../../../src/store/cipher/cipher.js'
import { sealedTables } from '../../../src/store/cipher/sealed-columns.js'
import { installed } from '../../support/installing.js'
import { rawly } from '../../support/rawly.js'
import { frankKnownByAll, susanTellsOfFrank } from './known-by-all.js'
import { madeOne } from './made-one.js'
import { claimed } from './sources-say.js'
import { ana, at, customers, type Workspace } from './workspace.js'

/** Something in every column that is sealed. */
export const wordsEverywhere = async (here: Workspace) => {
  const known = await frankKnownByAll(here)
  await susanTellsOfFrank(here, known.susan)
  const claim = claimed(here, known.susan, {
    words: 'she said quokka',
    successor: { name: 'Q', address: null },
  })
  await here.does(ana, ({ roleQuestions }) => roleQuestions.add(claim))
  const [one, two] = [await here.knows('Lily Wong'), await here.knows('Lily Chen', { prefers: 'a zeppelin' })]
  const { actId: merged } = await madeOne(here, one, two)
  const gone = await here.knows('Nora Gone')
  await here.does(ana, ({ forgetting }) => forgetting.person(gone.id))
  await here.keep(async ({ desk, imports }) => {
    await desk.putDraft({
      id: 'd',
      userId: ana,
      text: 'about the quokka',
      expiresAt: '2027-01-01T00:00:00.000Z',
    })
    const file = {
      id: 'i',
      home: customers,
      by: ana,
      format: 'linkedin',
      name: 'zeppelin.csv',
      state: 'ready',
    } as const
    const times = { stagedAt: at, begunAt: null, changedAt: at, firstActId: null }
    await imports.begin({ ...file, ...times, rhythm: 'never', rows: 1, reached: 0, stayed: 0 })
    const contact = {
      row: 1,
      name: 'Q',
      addresses: [],
      title: '',
      company: '',
      key: 'k',
      birthday: null,
      note: 'a quokka',
    }
    await imports.addRows('i', [{ nth: 1, row: 1, contact, fate: { outcome: 'new' }, personId: null }])
  })
  const sketch = { id: here.newId(), home: customers, by: ana, at, name: 'Quokka keepers', quiet: false }
  await here.does(ana, async ({ notes, personas, personaClaims }) => {
    await notes.add({
      ...here.note(one, 'the quokka is dear', { kind: 'heard' }),
      quote: { words: 'the quokka is dear', role: null },
    })
    await personas.add(sketch)
    const id = here.newId()
    const said = { text: 'the zeppelin comes first', wording: id, told: null }
    await personaClaims.add({ id, personaId: sketch.id, home: customers, by: ana, at, ...said })
  })
  await here.store.installations.keep(
    installed(here.id, { token: 'xoxe-quokka', refreshToken: 'refresh-zeppelin', expiresAt: at }),
    at,
  )
  await here.store.owed.owe(
    { workspaceId: here.id, id: 'late', kind: 'command', payload: 'note frank a quokka' },
    'somebody',
    at,
  )
  return { ...known, one, two, merged }
}

/** What each sealed column holds that says anything, by its name. */
export const sealedValues = (url: string): Promise<ReadonlyMap<string, readonly string[]>> =>
  rawly(url, async ({ db }) => {
    const found = new Map<string, string[]>()
    for (const [table, { columns }] of Object.entries(sealedTables))
      for (const column of columns) {
        const { rows } = await sql<{ value: string }>`
          select ${sql.ref(column)} as value from ${sql.table(table)} where ${sql.ref(column)} <> ''`.execute(
          db,
        )
        found.set(
          `${table}.${column}`,
          rows.map(({ value }) => value),
        )
      }
    return found
  })

/** How many values are sealed with a key, by its id, or stand there plainly (''). */
export const keysUsed = async (url: string): Promise<Record<string, number>> => {
  const used: Record<string, number> = {}
  for (const value of [...(await sealedValues(url)).values()].flat()) {
    const id = value.startsWith(sealMark) ? (value.slice(1).split(':')[0] ?? '') : ''
    used[id] = (used[id] ?? 0) + 1
  }
  return used
}
