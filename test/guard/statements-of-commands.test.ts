import { describe, expect, it, onTestFinished } from 'vitest'
import { type EngineName, engines, freshDatabase } from '../support/stores.js'
import { aTeam } from '../support/team.js'
import { countingStatements } from './counting-statements.js'

/**
 * What a command may say to the database, all that is set going by it included: `begin` and `commit`, posts that are
 * looked for, the Home. A little more than it takes; whoever needs many more looks twice. The percent sign is another
 * word each time, the other one a number.
 */
const atMost: Readonly<Record<string, number>> = {
  'Frank Ortiz': 31,
  Frank: 31,
  frnak: 30,
  ann: 20,
  'note Frank: the % lease': 33,
  'heard Frank: "it is % so"': 34,
  'met Frank: lunch, %': 40,
  'called Frank': 37,
  'find lease': 28,
  'find lease light': 27,
  due: 20,
  'at Globex': 24,
  'promise Frank by Friday: send it to %': 34,
  'date Frank 3 May: birthday of %': 37,
  'every Frank: # weeks': 35,
  'situation Frank: moving to %': 34,
  'ask Frank: how was %?': 32,
  'add Dana %, CFO at Acme': 44,
  help: 10,
  undo: 55,
}

const words = ['Abt', 'Bell', 'Cole', 'Dorn', 'Egg', 'Fry', 'Gold', 'Hill', 'Ives', 'Jung']

const settled = async (engine: EngineName) => {
  const database = await freshDatabase(engine)
  onTestFinished(() => database.drop())
  const statements = countingStatements()
  const team = await aTeam({ databaseUrl: database.url, slack: { ackTimeoutMs: 20_000 } })
  const types = (line: string) => team.types(team.ana, team.customers, line)
  await types('add Frank Ortiz, VP operations at Globex')
  for (const name of ['Ann Lee', 'Ann Moss']) await types(`add ${name}, buyer at Acme`)
  const statementsOf = async (line: string, enough = 0): Promise<number> => {
    let least = Number.POSITIVE_INFINITY
    // A beat that comes between, or what was set going before, is not the command's: the least of a few is.
    for (const [nth, word] of words.entries()) {
      if (nth >= 4 && least <= enough) break
      statements.sinceLastLook()
      await types(line.replace('%', word).replace('#', String(word.charCodeAt(0))))
      least = Math.min(least, statements.sinceLastLook().length)
    }
    return least
  }
  return { types, statementsOf }
}

describe.each(engines)('on %s', (engine) => {
  it('no command says more to the database than it has to', async () => {
    const { statementsOf } = await settled(engine)
    const counted: Record<string, number> = {}
    for (const line of Object.keys(atMost)) counted[line] = await statementsOf(line, atMost[line])
    const tooMany = Object.entries(counted).filter(([line, count]) => count > (atMost[line] ?? 0))
    expect(tooMany, JSON.stringify(counted)).toEqual([])
  })

  it('what is asked does not grow with what is known', async () => {
    const { types, statementsOf } = await settled(engine)
    await types('note Frank: the lease, once')
    const lines = ['Frank Ortiz', 'ann', 'find lease', 'due', 'at Acme']
    const before = new Map<string, number>()
    for (const line of lines) before.set(line, await statementsOf(line, Number.POSITIVE_INFINITY))
    for (let n = 0; n < 12; n++) await types(`note Frank: the lease again, ${n}`)
    for (const last of ['Egg', 'Fry', 'Gold', 'Hill', 'Ives', 'Jung'])
      await types(`add Ann ${last}, buyer at Acme`)
    const after = new Map<string, number>()
    for (const line of lines) after.set(line, await statementsOf(line, Number.POSITIVE_INFINITY))
    // Another page is put aside, which takes a transaction, and one look at its kinds.
    const forAPage = 6
    const grown = lines.filter((line) => (after.get(line) ?? 0) > (before.get(line) ?? 0) + forAPage)
    expect(grown, JSON.stringify([...before, ...after])).toEqual([])
  })
})
