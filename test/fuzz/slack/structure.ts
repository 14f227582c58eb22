import fc from 'fast-check'
import { isObject, type Json } from '../../../src/practice/json.js'
import { hostileText } from '../support/hostile-text.js'

/** One change of a structure: where, what, and with which text. */
export type Change = {
  readonly where: number
  readonly what: (typeof whats)[number]
  readonly text: string
  readonly pick: number
}
const whats = [
  'drop',
  'null',
  'number',
  'true',
  'empty text',
  'empty list',
  'empty object',
  'list of it',
  'object of it',
  'huge text',
  'hostile text',
  'deep',
  'a stranger',
  'another leaf',
  'odd keys',
  'many',
] as const

/** A few changes of one structure. */
export const changes = fc.array(
  fc.record<Change>({
    where: fc.nat(100_000),
    what: fc.constantFrom(...whats),
    text: hostileText(),
    pick: fc.nat(100_000),
  }),
  { minLength: 1, maxLength: 4 },
)

type Holder = Json | unknown[]
type Spot = { readonly holder: Holder; readonly key: string | number; readonly path: string }

/** Every place in a structure, the outer ones first; a path reads `view.blocks.0.type`. */
const spotsIn = (holder: Holder, under = ''): Spot[] => {
  const keys: (string | number)[] = Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder)
  const own = keys.map((key): Spot => ({ holder, key, path: `${under}${key}` }))
  return [
    ...own,
    ...own.flatMap((spot) => {
      const value = get(spot)
      return Array.isArray(value) || isObject(value) ? spotsIn(value, `${spot.path}.`) : []
    }),
  ]
}
const get = ({ holder, key }: Pick<Spot, 'holder' | 'key'>): unknown => Reflect.get(holder, key)
const put = ({ holder, key }: Spot, value: unknown): void => {
  Reflect.set(holder, key, value)
}

/** A copy with some changes; `strangers` are ids of another workspace. What stands at the paths of `kept` stays as it is. */
export const changedBy = (
  payload: Json,
  all: readonly Change[],
  strangers: readonly string[],
  kept: ReadonlySet<string> = new Set(),
): Json => {
  const copy: Json = structuredClone(payload)
  for (const { where, what, text, pick } of all) {
    const spots = spotsIn(copy).filter(({ path }) => !kept.has(path))
    const spot = spots[where % Math.max(1, spots.length)]
    if (spot === undefined) continue
    const value = get(spot)
    const other = spots[pick % spots.length]
    const made: Record<Exclude<Change['what'], 'drop'>, () => unknown> = {
      null: () => null,
      number: () => [0, -1, 1e21, 0.5, 2 ** 53][pick % 5],
      true: () => pick % 2 === 0,
      'empty text': () => '',
      'empty list': () => [],
      'empty object': () => ({}),
      'list of it': () => [value, value],
      'object of it': () => ({ id: value, value, type: value }),
      'huge text': () => (text === '' ? 'x' : text).repeat(20_000).slice(0, 60_000),
      'hostile text': () => text,
      deep: () => deep(200),
      'a stranger': () => strangers[pick % Math.max(1, strangers.length)] ?? '',
      'another leaf': () => (other === undefined ? null : structuredClone(get(other))),
      'odd keys': () => JSON.parse('{"__proto__":{"id":"x"},"constructor":1,"toString":2,"":3}'),
      many: () => Array.from({ length: 500 }, () => structuredClone(value)),
    }
    if (what !== 'drop') put(spot, made[what]())
    else if (Array.isArray(spot.holder)) spot.holder.splice(Number(spot.key), 1)
    else Reflect.deleteProperty(spot.holder, spot.key)
  }
  return copy
}

const deep = (levels: number): unknown => {
  let inner: unknown = 'deep'
  for (let level = 0; level < levels; level++) inner = level % 2 === 0 ? [inner] : { inner }
  return inner
}
