/** One line of a metric: its name, its labels in order, and its value. */
export type Sample = {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}
type Family = { readonly type: string; readonly samples: Sample[] }

const label = String.raw`[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*"`
const sampleLine = new RegExp(
  String.raw`^([a-zA-Z_:][\w:]*)(?:\{(${label}(?:,${label})*)?,?\})? ([+-]?(?:Inf|NaN|\d+(?:\.\d+)?(?:e[+-]?\d+)?))(?: \d+)?$`,
  'i',
)
const types = ['counter', 'gauge', 'histogram', 'summary', 'untyped']
const suffixes: Readonly<Record<string, readonly string[]>> = {
  histogram: ['_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
}

/**
 * Reads Prometheus' text format 0.0.4 as strictly as it is written down, and throws at the first thing that is wrong:
 * every family has one HELP, one TYPE and then its samples in one piece; no series comes twice; counters are not
 * negative; the buckets of a histogram grow, end in +Inf, and agree with its count.
 */
export const readExposition = (text: string): ReadonlyMap<string, Family> => {
  const families = new Map<string, Family>()
  const helped = new Set<string>()
  const series = new Set<string>()
  let current = ''
  if (!text.endsWith('\n')) throw new Error('The last line does not end')
  for (const [nth, line] of text.slice(0, -1).split('\n').entries()) {
    const wrong = (what: string): Error => new Error(`line ${nth + 1}: ${what}: ${line}`)
    if (line === '') continue
    const comment = /^# (HELP|TYPE) ([a-zA-Z_:][\w:]*) (.+)$/.exec(line)
    if (line.startsWith('#')) {
      const [, what, name = '', rest = ''] = comment ?? []
      if (what === undefined) throw wrong('no HELP and no TYPE')
      if (what === 'HELP' && helped.has(name)) throw wrong('a second HELP')
      if (what === 'HELP') helped.add(name)
      if (what === 'HELP') continue
      if (families.has(name)) throw wrong('a second TYPE')
      if (!types.includes(rest)) throw wrong('no such type')
      if (!helped.has(name)) throw wrong('no HELP before')
      families.set(name, { type: rest, samples: [] })
      current = name
      continue
    }
    const [, name = '', labelled = '', number = ''] = sampleLine.exec(line) ?? []
    if (name === '') throw wrong('no sample')
    const family = families.get(current)
    if (family === undefined) throw wrong('no TYPE before')
    const endings = suffixes[family.type] ?? ['']
    if (!endings.some((ending) => name === `${current}${ending}`)) throw wrong(`not of ${current}`)
    const pairs = [...labelled.matchAll(/([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g)]
    const labels = Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, value]))
    if (pairs.length !== Object.keys(labels).length) throw wrong('a label twice')
    const key = `${name} ${JSON.stringify(Object.entries(labels).sort())}`
    if (series.has(key)) throw wrong('a series twice')
    series.add(key)
    const value = number.endsWith('Inf') ? (number.startsWith('-') ? -Infinity : Infinity) : Number(number)
    if (family.type !== 'gauge' && !(value >= 0)) throw wrong('a count below nothing')
    family.samples.push({ name, labels, value })
  }
  for (const [name, { type, samples }] of families) if (type === 'histogram') checkHistogram(name, samples)
  return families
}

const checkHistogram = (name: string, samples: readonly Sample[]): void => {
  const groups = new Map<string, Sample[]>()
  for (const sample of samples) {
    const { le: _, ...others } = sample.labels
    const key = JSON.stringify(Object.entries(others).sort())
    groups.set(key, [...(groups.get(key) ?? []), sample])
  }
  for (const [key, group] of groups) {
    const wrong = (what: string): Error => new Error(`${name} ${key}: ${what}`)
    const buckets = group.filter((sample) => sample.name === `${name}_bucket`)
    const bounds = buckets.map(({ labels }) => (labels.le === '+Inf' ? Infinity : Number(labels.le)))
    if (bounds.at(-1) !== Infinity) throw wrong('no +Inf at the end')
    if (bounds.some((bound, i) => Number.isNaN(bound) || bound <= (bounds[i - 1] ?? -Infinity)))
      throw wrong('bounds that do not grow')
    if (buckets.some(({ value }, i) => value < (buckets[i - 1]?.value ?? 0)))
      throw wrong('buckets that shrink')
    const counts = group.filter((sample) => sample.name === `${name}_count`)
    const sums = group.filter((sample) => sample.name === `${name}_sum`)
    if (counts.length !== 1 || sums.length !== 1) throw wrong('not one count and one sum')
    if (counts[0]?.value !== buckets.at(-1)?.value) throw wrong('a count that is not that of +Inf')
  }
}

/** The value of one series; 0 when it is not there. */
export const seriesValue = (
  families: ReadonlyMap<string, Family>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number =>
  [...families.values()]
    .flatMap(({ samples }) => samples)
    .find(
      (sample) =>
        sample.name === name &&
        JSON.stringify(Object.entries(sample.labels).sort()) ===
          JSON.stringify(Object.entries(labels).sort()),
    )?.value ?? 0
