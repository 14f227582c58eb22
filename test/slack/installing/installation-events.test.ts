import { describe, expect, it, onTestFinished } from 'vitest'
import {
  type InstallationEventPorts,
  takeInstallationEvent,
} from '../../../src/slack/installing/installation-events.js'
import { installed } from '../../support/installing.js'
import { freshStore } from '../../support/stores.js'
import { listening } from '../bot.js'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 12, minute)).toISOString()
const seconds = (minute: number): number => Date.parse(at(minute)) / 1000

const aStore = async (whether: Awaited<ReturnType<InstallationEventPorts['whether']>> = 'gone') => {
  const store = await freshStore()
  onTestFinished(() => store.close())
  const { installations } = store
  const { log } = listening()
  return {
    installations,
    installs: (id: string, minute = 0, given = {}) => installations.keep(installed(id, given), at(minute)),
    stateOf: async (id: string) => (await installations.get(id))?.state ?? null,
    hears: (delivered: unknown) =>
      takeInstallationEvent(
        { installations, clock: () => at(30), whether: async () => whether, log },
        delivered,
      ),
  }
}

const uninstalled = (teamId: string | null, minute = 10, enterpriseId: string | null = null) => ({
  ...{ type: 'event_callback', team_id: teamId, enterprise_id: enterpriseId, event_time: seconds(minute) },
  event: { type: 'app_uninstalled' },
})
const revoked = (tokens: unknown) => ({ ...uninstalled('T1'), event: { type: 'tokens_revoked', tokens } })

describe('an app that is taken out of a workspace', () => {
  it('is silent there at once, and nowhere else', async () => {
    const world = await aStore()
    await world.installs('T1')
    await world.installs('T2')
    expect(await world.hears(uninstalled('T1'))).toEqual({ kind: 'silent', installationId: 'T1' })
    expect([await world.stateOf('T1'), await world.stateOf('T2')]).toEqual(['silent', 'active'])
  })

  it('is not silenced by what happened before it was installed anew', async () => {
    const world = await aStore()
    await world.installs('T1')
    await world.installs('T1', 20)
    expect(await world.hears(uninstalled('T1', 10))).toEqual({ kind: 'nothing' })
    expect(await world.stateOf('T1')).toBe('active')
  })

  it('says so twice, in any order, and is silent once', async () => {
    const world = await aStore()
    await world.installs('T1')
    expect(await world.hears(revoked({ bot: ['UBOT'] }))).toEqual({ kind: 'silent', installationId: 'T1' })
    expect(await world.hears(uninstalled('T1'))).toEqual({ kind: 'nothing' })
  })

  it('of an organisation is told by that alone', async () => {
    const world = await aStore()
    await world.installs('E1')
    await world.installs('T1', 0, { enterpriseId: 'E1' })
    expect(await world.hears(uninstalled(null, 10, 'E1'))).toEqual({ kind: 'silent', installationId: 'E1' })
    expect(await world.stateOf('T1')).toBe('active')
  })

  it('in a workspace of an organisation, with an installation of its own, leaves the organisation alone', async () => {
    const world = await aStore()
    await world.installs('E1')
    await world.installs('T1', 0, { enterpriseId: 'E1' })
    expect(await world.hears(uninstalled('T1', 10, 'E1'))).toEqual({ kind: 'silent', installationId: 'T1' })
    expect(await world.stateOf('E1')).toBe('active')
  })
})

describe('revoked tokens', () => {
  it.each([
    ['of a user', { oauth: ['UANA'], bot: [] }],
    ['of a user, and no bot is named', { oauth: ['UANA'] }],
  ])('%s are nothing to the bot', async (_, tokens) => {
    const world = await aStore()
    await world.installs('T1')
    expect(await world.hears(revoked(tokens))).toEqual({ kind: 'nothing' })
    expect(await world.stateOf('T1')).toBe('active')
  })

  it('that were refreshed long ago are no reason to fall silent while Slack takes the newest', async () => {
    const world = await aStore('there')
    await world.installs('T1')
    expect(await world.hears(revoked({ bot: ['UBOT'] }))).toEqual({ kind: 'nothing' })
    expect(await world.stateOf('T1')).toBe('active')
  })
})

describe('an organisation', () => {
  const access = (type: string, teams: readonly string[], minute = 10) => ({
    ...{ type: 'event_callback', enterprise_id: 'E1', event_time: seconds(minute) },
    event: { type, team_ids: teams },
  })

  it('lets workspaces use the app, and takes it away from them', async () => {
    const world = await aStore()
    await world.installs('E1')
    expect(await world.hears(access('team_access_granted', ['T1', 'T2']))).toEqual({
      ...{ kind: 'granted', installationId: 'E1', workspaceIds: ['T1', 'T2'] },
    })
    expect((await world.installations.serving('T1'))?.id).toBe('E1')
    expect(await world.hears(access('team_access_revoked', ['T1'], 11))).toEqual({
      ...{ kind: 'left', installationId: 'E1', workspaceIds: ['T1'] },
    })
    expect([await world.installations.serving('T1'), (await world.installations.serving('T2'))?.id]).toEqual([
      ...[null, 'E1'],
    ])
    expect(await world.hears(access('team_access_granted', ['T1'], 10))).toEqual({
      ...{ kind: 'granted', installationId: 'E1', workspaceIds: [] },
    })
  })

  it('that never installed it changes nothing', async () => {
    const world = await aStore()
    await world.installs('T1', 0, { enterpriseId: 'E1' })
    expect(await world.hears(access('team_access_granted', ['T2']))).toEqual({ kind: 'nothing' })
    expect(await world.installations.serving('T2')).toBeNull()
  })
})

it.each([
  ['nothing', undefined],
  ['another event', { ...uninstalled('T1'), event: { type: 'app_mention', user: 'U1' } }],
  ['a workspace that never installed it', uninstalled('T9')],
  ['teams that are no ids', { enterprise_id: 'E1', event: { type: 'team_access_granted', team_ids: [{}] } }],
])('what cannot be read changes nothing: %s', async (_, delivered) => {
  const world = await aStore()
  await world.installs('T1')
  expect(await world.hears(delivered)).toEqual({ kind: 'nothing' })
  expect(await world.stateOf('T1')).toBe('active')
})
