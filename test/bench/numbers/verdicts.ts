import type { Result, Single, Verdict } from './result.js'

/** The lines that must hold, as far as this run has measured them. */
export const verdictsOf = (results: readonly Result[], singles: readonly Single[]): Verdict[] => {
  const find = (what: string, side: string, people: number) =>
    results.find((each) => each.what === what && each.side === side && each.people === people)
  const sizes = [
    ...new Set(results.filter(({ side }) => side === 'SQLite').map(({ people }) => people)),
  ].sort((a, b) => a - b)
  const [least = 0, most = 0] = [sizes[0], sizes.at(-1)]
  const name = (text: string, people: number): string => `${text}, ${people.toLocaleString('en')} people`
  const verdicts: Verdict[] = []
  const bound = (what: string, measured: number | undefined, atMost: number, unit: Verdict['unit']): void => {
    if (measured !== undefined && Number.isFinite(measured)) verdicts.push({ what, measured, atMost, unit })
  }
  for (const what of ['/person WHO, whole name', '/person note', '/person met']) {
    const large = find(what, 'SQLite', most)
    bound(name(`${what}: median against the floor`, most), large?.times?.median, 1.5, 'x')
    bound(name(`${what}: 99% against the floor`, most), large?.times?.p99, 3, 'x')
    for (const { people, times } of results.filter(
      (each) => each.what === what && each.side === 'PostgreSQL',
    ))
      bound(name(`${what} on PostgreSQL: median against the floor`, people), times?.median, 3, 'x')
  }
  const rates = singles.filter(({ unit }) => unit === 'a second')
  const [floor, ...others] = rates
  for (const { side, value } of others.filter(({ side }) => side.startsWith('SQLite')))
    verdicts.push({
      what: `32 at a time, ${side}`,
      measured: value / (floor?.value ?? Number.NaN),
      atMost: 0.6,
      unit: 'x',
      isLeast: true,
    })
  if (most > least)
    for (const { what, figures } of results.filter(
      ({ side, people }) => side === 'SQLite' && people === most,
    )) {
      const small = find(what, 'SQLite', least)?.figures.median
      if (small === undefined) continue
      const atMost = what.startsWith('a beat') ? 1.2 : 1.5
      bound(name(`${what}: against ${least.toLocaleString('en')}`, most), figures.median / small, atMost, 'x')
    }
  for (const { what, people, figures } of results.filter(({ side }) => side === 'SQLite')) {
    const notes = people * 10
    if (what.includes('find')) bound(name(what, people), figures.median, notes > 1_000_000 ? 200 : 20, 'ms')
    if (what.startsWith('type-ahead')) bound(name(what, people), figures.median, 10, 'ms')
    if (what.startsWith('people in')) bound(name(what, people), figures.median, 5, 'ms')
    if (what.startsWith('a beat')) bound(name(what, people), figures.median, 2, 'ms')
  }
  const rests = singles.filter(({ what, side }) => what === 'memory at rest' && side.startsWith('SQLite'))
  bound('memory at rest', rests[0]?.value, 120, 'MB')
  bound('memory that more people add', (rests.at(-1)?.value ?? 0) - (rests[0]?.value ?? 0), 30, 'MB')
  for (const { what, side, value } of singles)
    if (what === 'start to ready' && side !== 'Bolt alone') bound(`${what}, ${side}`, value, 1_000, 'ms')
  return verdicts
}
