import { type Instant, localDateOf } from '../../domain/local-time.js'
import type { Notice } from '../../domain/nudge.js'
import { type SettingChange, stillHolds } from '../../domain/settings.js'
import { audienceOf } from '../asker.js'
import { type HandedModel, handedModel } from '../people/handed.js'
import type { PlaceSettings } from '../ports.js'
import type { ComposePorts } from './compose-post.js'

/** What a notice says. */
export type NoticeModel =
  | { readonly kind: 'hand-over'; readonly handed: HandedModel }
  | { readonly kind: 'settings'; readonly by: string; readonly said: readonly SettingChange[] }
  | HandOverUndone

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
