import { channelOf, type Home, teammateOf } from '../../domain/audience.js'
import { type Instant, localDateOf, type Zone } from '../../domain/local-time.js'
import type { Notice } from '../../domain/nudge.js'
import { type SettingChange, stillHolds } from '../../domain/settings.js'
import { audienceOf } from '../asker.js'
import { type HandedModel, handedModel } from '../people/handed.js'
import { type Contradicted, contradicted } from '../personas/contradicted.js'
import type { PlaceSettings } from '../ports.js'
import type { WeekHeard } from '../week/week-heard.js'
import { weekNow } from '../week/week-now.js'
import type { ComposePorts } from './compose-post.js'

/** What a notice says. */
export type NoticeModel =
  | { readonly kind: 'hand-over'; readonly handed: HandedModel }
  | { readonly kind: 'settings'; readonly by: string; readonly said: readonly SettingChange[] }
  | Installed
  | InstallAgain
  | FellSilent
  | Undelivered
  | Outage
  | HandOverUndone
  | Contradicted
  | WeekHeard

/** To somebody who can mend it; `zone` is theirs. */
export type Undelivered = Extract<Notice, { kind: 'undelivered' }> & { readonly zone: Zone }
export type Installed = Extract<Notice, { kind: 'installed' }>
export type InstallAgain = Extract<Notice, { kind: 'install-again' }> & { readonly zone: Zone }
export type Outage = Extract<Notice, { kind: 'outage' }> & { readonly zone: Zone }

/** `people`: how many of those who live there its reader looks after. */
export type FellSilent = { readonly kind: 'fell-silent'; readonly home: Home; readonly people: number }

/** Said in place of a hand-over that was taken back. `name`: null when its reader does not see the person. */
export type HandOverUndone = {
  readonly kind: 'hand-over-undone'
  readonly ownerId: string | null
  readonly name: string | null
}

/**
 * What a notice says now. Null: it was taken back meanwhile, and nobody need hear of it. `unseen`: what it is about
 * cannot be seen from there at present.
 */
export const composeNotice = async (
  ports: ComposePorts,
  workspaceId: string,
  notice: Notice,
  place: PlaceSettings,
  now: Instant,
): Promise<NoticeModel | 'unseen' | null> => {
  if (notice.kind === 'settings') {
    const said = notice.said.filter((change) => stillHolds(change, place))
    return said.length === 0 ? null : { kind: 'settings', by: notice.by, said }
  }
  if (notice.kind === 'installed') return notice
  if (notice.kind === 'outage' || notice.kind === 'install-again') return { ...notice, zone: place.zone }
  if (notice.kind === 'undelivered') return undelivered(ports, workspaceId, notice, place)
  if (notice.kind === 'fell-silent') return fellSilent(ports, workspaceId, notice.home, place)
  if (notice.kind === 'week') return weekNow(ports, workspaceId, notice, place, now)
  if (notice.kind === 'contradicted') return contradicted(ports, workspaceId, notice, place)
  const { personId, from, to } = notice
  const everything = { workspaceId, audience: 'everything' } as const
  const person = await ports.uow.read(everything, ({ people }) => people.get(personId))
  if (person === null || person.ownerId !== to) return null
  if ((await ports.directory.user(to)).standing !== 'member') return null
  const audience = await audienceOf(ports, workspaceId, to)
  const on = localDateOf(now, place.zone)
  const handed = await ports.uow.read({ workspaceId, audience }, (stores) =>
    handedModel(stores, ports.questions, { personId, from, to, on }),
  )
  return handed === null ? 'unseen' : { kind: 'hand-over', handed }
}

/** Null: nobody else reads there after all, or its reader has nobody there any more. */
const fellSilent = async (
  { uow, directory }: ComposePorts,
  workspaceId: string,
  home: Home,
  { home: to }: PlaceSettings,
): Promise<FellSilent | null> => {
  const [channelId, ownerId] = [channelOf(home), teammateOf(to)]
  if (channelId === null || ownerId === null || !(await directory.channel(channelId)).shared) return null
  if ((await directory.user(ownerId)).standing !== 'member') return null
  const owners = await uow.read({ workspaceId, audience: 'everything' }, ({ people }) =>
    people.ownersIn(home),
  )
  const people = owners.get(ownerId) ?? 0
  return people === 0 ? null : { kind: 'fell-silent', home, people }
}

/** Null: it has been mended meanwhile. */
const undelivered = async (
  { uow }: ComposePorts,
  workspaceId: string,
  notice: Extract<Notice, { kind: 'undelivered' }>,
  { zone }: PlaceSettings,
): Promise<Undelivered | null> => {
  const standing = await uow.keep({ workspaceId, audience: 'everything' }, ({ troubles }) =>
    troubles.standing(),
  )
  const places = notice.places.filter((home) => standing.some(({ place }) => place === home))
  return places.length === 0 ? null : { ...notice, places, zone }
}

/** What a hand-over that was told says since it was taken back. Null: it stands. */
export const handOverUndone = async (
  ports: ComposePorts,
  workspaceId: string,
  { personId, to }: Extract<Notice, { kind: 'hand-over' }>,
): Promise<HandOverUndone | null> => {
  const everything = { workspaceId, audience: 'everything' } as const
  const person = await ports.uow.read(everything, ({ people }) => people.get(personId))
  if (person?.ownerId === to) return null
  const audience = await audienceOf(ports, workspaceId, to)
  const seen = await ports.uow.read({ workspaceId, audience }, ({ people }) => people.get(personId))
  return { kind: 'hand-over-undone', ownerId: seen?.ownerId ?? null, name: seen?.name ?? null }
}
