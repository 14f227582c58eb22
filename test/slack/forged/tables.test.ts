import { expect, it } from 'vitest'
import { objectAt } from '../../../src/practice/json.js'
import { formIds } from '../../../src/slack/action-ids.js'
import { forms } from '../../../src/slack/forms/index.js'
import { presses } from '../../../src/slack/presses/index.js'
import { shortcutsOf } from '../../../src/slack/shortcuts/index.js'
import { forgeAny } from '../../support/forging.js'
import {
  type Forgery,
  from,
  otherMetadata,
  others,
  otherTeams,
  otherValues,
  withActionId,
} from './altering.js'
import { answerTo } from './answering.js'
import { aCaughtWorld, heldBy } from './catching.js'
import { formsLookUp, pressesLookUp } from './inventory.js'
import { differing, everythingKept } from './state.js'
import { secrets, type World } from './world.js'

/** Ids of so many other kinds are tried in each place. */
const mostForeign = 8

/** A refusal says what to do. */
const nextStep = /again|\/person|pick|choose|teammate|ask|first/i

/** What is chosen goes with the button beside it: nothing is done, and nothing said. */
const isHeldOnly = (id: string): boolean => id === 'import-rhythm' || id === 'try-note'

/** Whoever sends it chooses for themselves, and for nobody else: stories/mind-the-person, stories/mirror. */
const isOwnChoice = (id: string): boolean =>
  ['stop-minding', 'mind-again', 'mirror-on', 'mirror-off'].includes(id)

/** What it does is shown in the Home of the teammate who presses, if they look at it, and said nowhere. */
const isShownAtHome = (id: string): boolean => id === 'mirror-on' || id === 'mirror-off'

/** Tries each; what went wrong, in words. */
const tried = async (
  { team }: World,
  of: string,
  forgeries: readonly Forgery[],
  whose: 'of others' | 'of Ana',
): Promise<string[]> => {
  const wrong: string[] = []
  const before = await everythingKept(team)
  for (const [what, payload, silently] of forgeries) {
    const quiet = silently === 'silently' || (isShownAtHome(of) && what.startsWith('a teammate'))
    const answered = await answerTo(team, payload, quiet).catch((error: unknown) => String(error))
    if (typeof answered === 'string') {
      wrong.push(`${of}, ${what}: ${answered.split('\n')[0]}`)
      continue
    }
    const { taken, said } = answered
    const all = [taken, ...said].join('\n').replaceAll(/You typed:.*/g, '')
    const echo = of === 'home-find' ? all.replaceAll('secret', '') : all
    if (whose === 'of others' && secrets.test(echo))
      wrong.push(`${of}, ${what}: tells ${secrets.exec(echo)?.[0]}: ${all.slice(0, 300)}`)
    if (quiet && said.length > 0) wrong.push(`${of}, ${what}: is answered ${said.join().slice(0, 200)}`)
    const isTheirs = Object.entries(pressesLookUp).some(([id, kind]) => id === of && kind === 'nothing')
    if (!quiet && !isTheirs && whose === 'of others' && !nextStep.test(all))
      wrong.push(`${of}, ${what}: no next step in ${all.slice(0, 200)}`)
  }
  const after = await everythingKept(team)
  if (after !== before && !isOwnChoice(of))
    wrong.push(`${of}: changed ${differing(before, after).join(' | ')}`)
  return wrong
}

it('names every press, form and shortcut, and what each is looked up as', () => {
  const chosenInForms = ['people']
  expect(
    Object.keys(pressesLookUp)
      .filter((id) => !chosenInForms.includes(id))
      .sort(),
  ).toEqual(Object.keys(presses).sort())
  expect(Object.keys(formsLookUp).sort()).toEqual(Object.keys(forms).sort())
})

it('a press that somebody else sends reveals nothing and changes nothing', async () => {
  const { world, caught } = await aCaughtWorld()
  const missing = (table: object, map: Map<string, unknown>) =>
    Object.keys(table).filter((id) => !map.has(id))
  expect(missing(presses, caught.presses)).toEqual([])
  expect(missing(forms, caught.forms)).toEqual([])
  expect(missing(shortcutsOf, caught.shortcuts)).toEqual([])
  expect([...caught.lookups.keys()].sort()).toEqual(['look-up', 'people', 'someone-else'])
  const wrong: string[] = []
  let count = 0
  for (const [id, [payload]] of caught.presses) {
    if (payload === undefined || isHeldOnly(id)) continue
    const forgeries = others(world, payload)
    count += forgeries.length
    wrong.push(...(await tried(world, id, forgeries, 'of others')))
  }
  expect(count).toBeGreaterThan(550)
  expect(wrong).toEqual([])
}, 300_000)

it('a press that Ana’s own hand alters is refused', async () => {
  const { world, caught } = await aCaughtWorld()
  const wrong: string[] = []
  let count = 0
  const someOf = new Map(
    [...caught.presses].map(([id, [payload]]) => [id, payload === undefined ? '' : heldBy(payload)]),
  )
  const kindOf = (id: string) => Object.entries(pressesLookUp).find(([each]) => each === id)?.[1]
  for (const [id, [payload]] of caught.presses) {
    if (payload === undefined || isHeldOnly(id)) continue
    const kind = kindOf(id)
    const alike = (other: string) =>
      kindOf(other) === kind || (kind?.includes('p') && kindOf(other)?.includes('p'))
    const foreign =
      kind === 'nothing' ? [] : [...someOf].filter(([other]) => !alike(other)).map(([, value]) => value)
    const isBound = kind === 'draft' || kind === 'nudge'
    const forgeries: Forgery[] = [
      ...otherTeams(world, payload),
      ...(kind === 'nothing' ? [] : otherValues(payload, [...new Set(foreign)].slice(0, mostForeign))),
      ...(isBound ? [['another place', from(payload, world.team.customers)] as const] : []),
      ...['', 'x', '__proto__', 'constructor', 'toString', 'x'.repeat(255)].map(
        (other): Forgery => [`the action ${other.slice(0, 20)}`, withActionId(payload, other)],
      ),
      ...(objectAt(payload, 'view')?.type === 'modal' ? otherMetadata(payload, []) : []),
    ]
    count += forgeries.length
    wrong.push(...(await tried(world, id, forgeries, 'of Ana')))
  }
  expect(count).toBeGreaterThan(1_000)
  expect(wrong).toEqual([])
}, 300_000)

it('a form that is altered, or another’s, is refused', async () => {
  const { world, caught } = await aCaughtWorld()
  const wrong: string[] = []
  let count = 0
  for (const [id, [payload]] of caught.forms) {
    if (payload === undefined) continue
    const elses = Object.values(formIds).filter((other) => other !== id)
    const foreign = others(world, payload)
    const own = [...otherTeams(world, payload), ...otherMetadata(payload, elses)]
    count += foreign.length + own.length
    wrong.push(...(await tried(world, id, foreign, 'of others')))
    wrong.push(...(await tried(world, id, own, 'of Ana')))
  }
  expect(count).toBeGreaterThan(700)
  expect(wrong).toEqual([])
}, 300_000)

it('shortcuts and what is typed into selects tell nobody else anything', async () => {
  const { world, caught } = await aCaughtWorld()
  const wrong: string[] = []
  // What is typed into selects comes first: a shortcut's form may come later than another's answer.
  for (const [id, [payload]] of [...caught.lookups, ...caught.shortcuts]) {
    if (payload === undefined) continue
    const isTyped = caught.lookups.has(id)
    const answers = await Promise.all(
      [...others(world, payload), ...otherTeams(world, payload)].map(async ([what, forged, silently]) => {
        const { taken, said } = await answerTo(world.team, forged, isTyped || silently === 'silently')
        // A message that is named in a shortcut is whoever names it to read already.
        const words = [taken, ...(isTyped ? said : [])].join()
        return secrets.test(words) || /Zelda Quist ·/.test(said.join())
          ? `${id}, ${what}: ${words.slice(0, 200)}`
          : ''
      }),
    )
    wrong.push(...answers.filter((each) => each !== ''))
    if (isTyped) expect(await forgeAny(world.team, payload)).toContain('Zelda')
  }
  expect(wrong).toEqual([])
}, 300_000)
