import { isObject, type Json } from '../../../src/practice/json.js'
import type { Delivery } from '../slack/wire.js'

/** One field of a payload, by its path, and the value that another workspace has there. */
export type Foreign = { readonly path: readonly (string | number)[]; readonly value: unknown }
/** Who the other workspace is, and what of it could stand in any payload. */
export type Stranger = {
  readonly teamId: string
  readonly enterpriseId: string
  readonly responseUrl: string
}

type Holder = Json | unknown[]
const isHolder = (value: unknown): value is Holder => Array.isArray(value) || isObject(value)
const keysOf = (holder: Holder): (string | number)[] =>
  Array.isArray(holder) ? [...holder.keys()] : Object.keys(holder)

/** The path of each leaf, however deep. */
export const leavesIn = (holder: Holder, under: readonly (string | number)[] = []): Foreign['path'][] =>
  keysOf(holder).flatMap((key) => {
    const [value, path] = [Reflect.get(holder, key), [...under, key]]
    return isHolder(value) ? leavesIn(value, path) : [path]
  })

export const valueAt = (holder: unknown, path: Foreign['path']): unknown =>
  path.reduce<unknown>((value, key) => (isHolder(value) ? Reflect.get(value, key) : undefined), holder)

/** A copy with other values in some fields; what is missing on the way there is made. */
export const withForeign = (payload: Json, ...all: readonly Foreign[]): Json => {
  const copy: Json = structuredClone(payload)
  for (const { path, value } of all) {
    let holder: Holder = copy
    for (const [n, key] of path.slice(0, -1).entries()) {
      const next: unknown = Reflect.get(holder, key)
      const made: Holder = isHolder(next) ? next : typeof path[n + 1] === 'number' ? [] : {}
      Reflect.set(holder, key, made)
      holder = made
    }
    Reflect.set(holder, path.at(-1) ?? '', value)
  }
  return copy
}

/** Words that people typed are no ids: in whose payload they stand, he said them. */
const isTyped = (value: unknown): boolean => typeof value === 'string' && /zq[ab][a-z]/.test(value)
const isSealed = (path: Foreign['path']): boolean => path.at(-1) === 'private_metadata'

/** The path as it is written, and alike for each of a list. */
export const written = ({ path }: Pick<Foreign, 'path'>): string => path.join('.')
const alike = (foreign: Foreign): string => written(foreign).replace(/\d+/g, '*')

/** The first of those that stand in one list, or at one place. */
export const onceEach = (all: readonly Foreign[]): Foreign[] => [
  ...new Map(all.toReversed().map((foreign) => [alike(foreign), foreign])).values(),
]

/** Each field in which the same delivery in the other workspace has something else, with that. */
export const otherwiseIn = (payload: Json, twin: Json): Foreign[] =>
  leavesIn(payload).flatMap((path) => {
    const value = valueAt(twin, path)
    const isOther = value !== undefined && !isHolder(value) && value !== valueAt(payload, path)
    return isOther && (isSealed(path) || !isTyped(value)) ? [{ path, value }] : []
  })

/** Fields that Slack fills, or could one day, each with what names the other workspace. */
export const strangerIn = (
  { kind, payload }: Delivery,
  { teamId, enterpriseId, responseUrl }: Stranger,
): Foreign[] => {
  const at = (path: string, value: unknown): Foreign => ({
    path: path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
    value,
  })
  const enterprise = { id: enterpriseId, name: 'Elsewhere' }
  const everywhere = [
    at('team_id', teamId),
    at('enterprise_id', enterpriseId),
    at('api_app_id', 'A0ELSEWHERE'),
    at('context_team_id', teamId),
    at('context_enterprise_id', enterpriseId),
    at('is_enterprise_install', kind === 'command' ? 'true' : true),
    at('is_ext_shared_channel', true),
    at('authorizations', [{ team_id: teamId, enterprise_id: null, user_id: 'U0PERSONBOT', is_bot: true }]),
    at('response_url', responseUrl),
    at('bot_id', 'B0ELSEWHERE'),
    at('envelope_id', 'elsewhere'),
    at('event_context', '4-elsewhere'),
  ]
  if (kind === 'command') return [...everywhere, at('team_domain', teamId.toLowerCase())]
  if (kind === 'event') {
    const fields = ['team', 'user_team', 'source_team', 'user_profile.team', 'channel_team', 'inviter_team']
    return [
      ...everywhere,
      ...fields.map((field) => at(`event.${field}`, teamId)),
      at('authorizations.0.team_id', teamId),
      at('authorizations.0.enterprise_id', enterpriseId),
      at('event.bot_id', 'B0ELSEWHERE'),
    ]
  }
  const has = (field: string, all: readonly Foreign[]) => (field in payload ? all : [])
  return [
    ...everywhere,
    at('team', { id: teamId, domain: 'elsewhere' }),
    at('team.id', teamId),
    at('team', null),
    at('user.team_id', teamId),
    at('enterprise', enterprise),
    at('channel.context_team_id', teamId),
    ...has('container', [at('container.team_id', teamId)]),
    ...has('message', [at('message.team', teamId), at('message.bot_id', 'B0ELSEWHERE')]),
    ...has('view', [
      at('view.team_id', teamId),
      at('view.app_installed_team_id', teamId),
      at('view.bot_id', 'B0ELSEWHERE'),
      at('view.app_id', 'A0ELSEWHERE'),
      at('response_urls', [{ response_url: responseUrl, channel_id: 'C0CUSTOMERS' }]),
    ]),
  ]
}
