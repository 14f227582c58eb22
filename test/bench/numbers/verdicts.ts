import { heldToFloor } from '../load/cases.js'
import { beatName, peopleInName } from '../load/inside.js'
import { importName, rawName } from '../others/imports.js'
import type { Result, Single, Verdict } from './result.js'

/** The lines that must hold, as far as this run has measured them. */
export const verdictsOf = (results: readonly Result[], singles: readonly Single[]): Verdict[] => {
  const verdicts: Verdict[] = []
  const bound = (what: string, measured: number | undefined, atMost: number, unit: Verdict['unit']): void => {
    if (measured !== undefined && Number.isFinite(measured)) verdicts.push({ what, measured, atMost, unit })
  }
  const on = (side: string) => results.filter((each) => each.side === side)
  const sizes = [...new Set(on('SQLite').map(({ people }) => people))].sort((a, b) => a - b)
  const [least = 0, most = 0] = [sizes[0], sizes.at(-1)]
  const of = (what: string, people: number): string => `${what}, ${people.toLocaleString('en')} people`

  for (const { what, side, people, times } of results.filter((each) => heldToFloor.includes(each.what))) {
    if (side === 'SQLite' && people === most) {
      bound(of(`${what}: median against the floor`, people), times?.median, 1.5, 'x')
      bound(of(`${what}: 99 % against the floor`, people), times?.p99, 3, 'x')
    }
    if (side === 'PostgreSQL')
      bound(of(`${what}, ${side}: median against the floor`, people), times?.median, 3, 'x')
  }
  const [floor, ...rates] = singles.filter(({ unit }) => unit === 'a second')
  for (const { what, side, value } of rates) {
    const measured = value / (floor?.value ?? Number.NaN)
    verdicts.push({ what: `${what}, ${side}`, measured, atMost: 0.6, unit: 'x', isLeast: true })
  }
  if (most > least)
    for (const { what, figures } of on('SQLite').filter(({ people }) => people === most)) {
      const small = on('SQLite').find((each) => each.what === what && each.people === least)
      const times = figures.median / (small?.figures.median ?? Number.NaN)
      bound(
        of(`${what}: against ${least.toLocaleString('en')}`, most),
        times,
        what === beatName ? 1.2 : 1.5,
        'x',
      )
    }
  for (const { what, people, figures } of on('SQLite')) {
    const notes = people * 10
    if (what.includes('find')) bound(of(what, people), figures.median, notes > 1_000_000 ? 200 : 20, 'ms')
    if (what.startsWith('type-ahead')) bound(of(what, people), figures.median, 10, 'ms')
    if (what === peopleInName) bound(of(what, people), figures.median, 5, 'ms')
    if (what === beatName) bound(of(what, people), figures.median, 2, 'ms')
  }
  return [...verdicts, ...verdictsOfSingles(singles)]
}

const verdictsOfSingles = (singles: readonly Single[]): Verdict[] => {
  const amount = (what: string): number => singles.find((each) => each.what === what)?.value ?? Number.NaN
  const verdicts: Verdict[] = []
  if (amount(rawName) > 0)
    verdicts.push({
      what: `${importName} against the same rows raw`,
      measured: amount(importName) / amount(rawName),
      atMost: 3,
      unit: 'x',
    })
  for (const { what, side, value } of singles)
    if (what === 'start to ready' && !side.startsWith('Bolt'))
      verdicts.push({ what: `${what}, ${side}`, measured: value, atMost: 1_000, unit: 'ms' })
  const rests = singles.filter(({ what, side }) => what === 'memory at rest' && side.startsWith('SQLite,'))
  const [first, last] = [rests[0], rests.at(-1)]
  if (first !== undefined)
    verdicts.push({ what: 'memory at rest', measured: first.value, atMost: 120, unit: 'MB' })
  if (first !== undefined && last !== undefined && last !== first)
    verdicts.push({
      what: `memory at rest that ${last.side} adds`,
      measured: last.value - first.value,
      atMost: 30,
      unit: 'MB',
    })
  return verdicts
}
