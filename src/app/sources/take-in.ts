import type { LiveSource, SourceWord } from '../../domain/live-source.js'
import type { Instant } from '../../domain/local-time.js'
import { addressKey, fold } from '../../domain/names.js'
import type { Clock, KeepingStores, NewId, UnitOfWork } from '../ports.js'

export type SourcePorts = {
  readonly uow: UnitOfWork
  readonly newId: NewId
  /** What the product takes for now: by it words wait, and are held. */
  readonly clock: Clock
  /** By it deliveries are signed, and repeated. */
  readonly realClock: Clock
}

/** What was delivered at once. Marks are hashes; each is remembered until an instant of real time. */
export type Delivery = {
  readonly source: LiveSource
  /** Names the delivery: the same one again is refused. Null where the source may repeat itself. */
  readonly once: Mark | null
  readonly words: readonly (SourceWord & { readonly mark: Mark })[]
}
export type Mark = { readonly mark: string; readonly until: Instant }

/** `new`: how many words were not heard before; they are kept once this resolves. */
export type TakenIn =
  | { readonly kind: 'off' }
  | { readonly kind: 'replayed' }
  | { readonly kind: 'taken'; readonly new: number }

/** Puts what a source says into the inbox: it is carried out after a quiet moment (see `carryOut`). */
export const takeIn = (
  { uow, newId, clock, realClock }: SourcePorts,
  workspaceId: string,
  { source, once, words }: Delivery,
): Promise<TakenIn> =>
  uow.keep({ workspaceId, audience: 'everything' }, async (stores) => {
    const { sources } = stores
    const [now, realNow] = [clock(), realClock()]
    if (await sources.isOff(source)) return { kind: 'off' }
    if (once !== null && !(await sources.isNew(once.mark, realNow, once.until))) return { kind: 'replayed' }
    await sources.spoke(source, now)
    let heard = 0
    for (const { mark, ...word } of words) {
      if (!(await sources.isNew(mark.mark, realNow, mark.until))) continue
      if (await isForgotten(stores, word)) continue
      await sources.take(word, now, newId())
      heard++
    }
    return { kind: 'taken', new: heard }
  })

/** Of somebody who was forgotten nothing waits, unless a teammate introduced them anew. */
const isForgotten = async (
  { tombstones, people, sightings }: Pick<KeepingStores, 'tombstones' | 'people' | 'sightings'>,
  { source, key, name, addresses }: SourceWord,
): Promise<boolean> => {
  const record = source === 'hubspot' ? { source, key } : null
  if (record === null && name === null && addresses.length === 0) return false
  const them = { name: name ?? '', addresses, slackUserId: null, record }
  if ((await tombstones.knows(them)) === null) return false
  if (record !== null) return (await sightings.called(source, [key])).length === 0
  const keys = [...addresses.map(addressKey), ...(name === null ? [] : [fold(name)])]
  return (await people.called(keys)).length === 0
}

/** A teammate's customer changed the title in their Slack profile. Nobody else's profile is kept a moment. */
export const profileChanged = async (
  ports: Omit<SourcePorts, 'realClock'>,
  workspaceId: string,
  { userId, title }: { readonly userId: string; readonly title: string },
): Promise<void> => {
  if (title === '') return
  const { uow, clock, newId } = ports
  await uow.keep({ workspaceId, audience: 'everything' }, async ({ sources, people }) => {
    const linked = (await people.called([userId])).some(({ kind }) => kind === 'slack')
    if (!linked || (await sources.isOff('slack'))) return
    const now = clock()
    await sources.spoke('slack', now)
    const said = { name: null, addresses: [], title, company: null, observedAt: now }
    await sources.take({ source: 'slack', key: userId, ...said }, now, newId())
  })
}

/** A person in what a source says: what their record, address or name is compared by. */
export const sourceKeyOf = (name: string | null, addresses: readonly string[]): string =>
  addresses[0] === undefined ? fold(name ?? '') : addressKey(addresses[0])
