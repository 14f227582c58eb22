import { onTestFinished } from 'vitest'
import { type Asker, whoAsks } from '../../src/app/asker.js'
import { introduce } from '../../src/app/people/introduce.js'
import type { Introduction } from '../../src/app/people/introduction.js'
import type { Turns } from '../../src/app/ports/turns.js'
import {
  type ChannelFacts,
  type Directory,
  SlackUnavailable,
  type SlackUser,
  type UnitOfWork,
} from '../../src/app/ports.js'
import type { Person } from '../../src/domain/person.js'
import { countingIds, freshStore } from '../support/stores.js'

export const saturday = '2026-11-21T16:00:00.000Z'
export const monday = '2026-11-23T16:00:00.000Z' // 10:00 in Chicago
export const everything = { workspaceId: 'T1', audience: 'everything' } as const

export type Office = {
  readonly uow: UnitOfWork
  readonly newId: () => string
  readonly turns: Turns
  readonly realClock: () => string
  /** Names this process. */
  readonly sender: string
  readonly isShared: boolean
  readonly directory: Directory
  /** Changes what Slack says of a channel and who is in it. */
  readonly channel: (id: string, facts: Partial<ChannelFacts>, members?: readonly string[]) => void
  readonly user: (id: string, user: Partial<SlackUser>) => void
  /** Slack does not answer when it is asked about these. */
  readonly down: Set<string>
  /** Somebody who asks from a channel, #customers unless told otherwise. */
  readonly asker: (userId?: string, channelId?: string | null, at?: string) => Promise<Asker>
  readonly knows: (asker: Asker, given?: Partial<Introduction>) => Promise<Person>
}

/** The use cases on a real store; only Slack's word about people and places is stood in for. */
export const anOffice = async (): Promise<Office> => {
  const newId = countingIds()
  const store = await freshStore({ newId })
  onTestFinished(() => store.close())
  const { uow, turns } = store
  const channels = new Map<string, ChannelFacts>()
  const members = new Map<string, ReadonlySet<string>>()
  const users = new Map<string, SlackUser>()
  const down = new Set<string>()
  const unlessDown = <T>(id: string, found: T): T => {
    if (down.has(id)) throw new SlackUnavailable(`Slack says nothing of ${id}`)
    return found
  }
  const hidden = {
    name: '',
    creatorId: null,
    kind: 'hidden',
    shared: false,
    archived: false,
    botIsIn: false,
  } as const
  const stranger = { name: '', zone: null, standing: 'outsider', admin: false } as const
  const channel = async (id: string) => unlessDown(id, channels.get(id) ?? { ...hidden, id })
  const directory: Directory = {
    user: async (id) => unlessDown(id, users.get(id) ?? { ...stranger, id }),
    isTeammate: async (id) => unlessDown(id, users.get(id)?.standing === 'member'),
    channel,
    presentChannel: channel,
    freshChannel: channel,
    members: async (id) => unlessDown(id, members.get(id) ?? new Set<string>()),
    hasGuests: async (id) => unlessDown(id, false),
  }
  const office: Office = {
    uow,
    newId,
    turns,
    realClock: () => new Date().toISOString(),
    sender: 'this process',
    isShared: false,
    directory,
    down,
    channel: (id, facts, who = []) => {
      channels.set(id, { ...hidden, id, kind: 'public', botIsIn: true, ...channels.get(id), ...facts })
      members.set(id, new Set(who))
    },
    user: (id, user) => {
      const member: SlackUser = { id, name: id, zone: 'America/Chicago', standing: 'member', admin: false }
      users.set(id, { ...member, ...users.get(id), ...user })
    },
    asker: async (userId = 'UANA', channelId = 'CUSTOMERS', at = saturday) => {
      const asker = await whoAsks(office, { workspaceId: 'T1', userId, channelId, at, cause: null })
      if ('notATeammate' in asker) throw new Error(`${userId} is a ${asker.notATeammate}`)
      return asker
    },
    knows: async (asker, given = {}) => {
      const frank = { name: 'Frank Ortiz', title: 'buyer', company: 'Acme', addresses: [] }
      const introduction = { ...frank, slackUserId: null, offstage: false, ...given }
      const outcome = await introduce(office, asker, introduction, true)
      if (!outcome.ok || outcome.value.kind !== 'introduced') throw new Error('not introduced')
      return outcome.value.person
    },
  }
  office.channel('CUSTOMERS', {})
  office.channel('QUIET', { kind: 'private' }, ['UANA'])
  office.user('UANA', {})
  office.user('UBEN', { zone: 'Europe/London' })
  return office
}
