import { beforeEach, expect, it } from 'vitest'
import type { Installations } from '../../../src/app/ports/installations.js'
import { installed } from '../../support/installing.js'
import { onEachEngine } from './workspace.js'

const at = (hour: number, second = 0): string =>
  `2026-11-20T${String(hour).padStart(2, '0')}:00:${String(second).padStart(2, '0')}.500Z`
const later = '2026-12-20T15:00:00.000Z'
const gone = (hour: number) => ({ at: at(hour), why: 'app_uninstalled', eraseAt: later })

onEachEngine('installations', (workspace) => {
  /** Of its own in each test, as the workspaces are. */
  let own = ''
  let org = ''
  let other = ''
  let installations: Installations
  beforeEach(() => {
    own = `T${workspace().id}`
    org = `E${workspace().id}`
    other = `T${workspace().id}B`
    installations = workspace().store.installations
  })
  const servedHere = async () =>
    (await installations.active('', 1000)).filter(({ workspaceId }) => [own, other].includes(workspaceId))

  it('a workspace is served from the moment it is installed', async () => {
    expect(await installations.serving(own)).toBeNull()
    expect(await installations.keep(installed(own), at(9))).toBe('first')
    const { token: _token, refreshToken: _refresh, expiresAt: _expires, ...shown } = installed(own)
    expect(await installations.serving(own)).toEqual({
      ...shown,
      ...{ installedAt: at(9), state: 'active', since: at(9), why: null, eraseAt: null },
    })
    expect(await servedHere()).toEqual([{ workspaceId: own, installationId: own }])
    expect(await installations.tokens(own)).toEqual({
      ...{ token: `xoxb-${own}`, refreshToken: null, expiresAt: null, generation: 1 },
    })
  })

  it('installed again, it has the new token and what else is new, and was there all the time', async () => {
    await installations.keep(installed(own), at(9))
    const wider = installed(own, {
      token: 'xoxb-new',
      scopes: ['chat:write', 'files:read'],
      installerId: 'UBEN',
    })
    expect(await installations.keep(wider, at(10))).toBe('again')
    expect(await installations.tokens(own)).toMatchObject({ token: 'xoxb-new', generation: 2 })
    expect(await installations.get(own)).toMatchObject({
      ...{ scopes: ['chat:write', 'files:read'], installerId: 'UBEN', installedAt: at(10), since: at(9) },
    })
  })

  it('is silent when it is taken away, for one time, and back when it is installed anew', async () => {
    await installations.keep(installed(own), at(9))
    expect(await installations.fallSilent(own, gone(10))).toBe(true)
    expect(await installations.fallSilent(own, { ...gone(11), why: 'tokens_revoked' })).toBe(false)
    expect(await installations.serving(own)).toBeNull()
    expect(await servedHere()).toEqual([])
    expect(await installations.get(own)).toMatchObject({
      ...{ state: 'silent', since: at(10), why: 'app_uninstalled', eraseAt: later },
    })
    expect(await installations.keep(installed(own), at(12))).toBe('back')
    expect(await installations.get(own)).toMatchObject({ state: 'active', since: at(12), eraseAt: null })
  })

  it('an event that comes after a new install is about the one before', async () => {
    await installations.keep(installed(own), at(9, 30))
    const event = (second: number) => ({ ...gone(9), at: `2026-11-20T09:00:${second}.000Z` })
    expect(await installations.fallSilent(own, event(29))).toBe(false)
    expect(await installations.serving(own)).not.toBeNull()
    // Slack tells whole seconds, and this one may have been after the install.
    expect(await installations.fallSilent(own, event(30))).toBe(true)
  })

  it('nobody falls silent whom we do not know', async () => {
    expect(await installations.fallSilent(own, gone(9))).toBe(false)
    expect(await installations.tokens(own)).toBeNull()
  })

  it('a broken token is still known to be there, and well again when Slack says so', async () => {
    await installations.keep(installed(own), at(9))
    expect(await installations.markBroken(own, 1, 'invalid_auth', at(10), null)).toBe(true)
    expect(await installations.serving(own)).toMatchObject({ state: 'broken', why: 'invalid_auth' })
    expect(await servedHere()).toEqual([])
    expect(await installations.markWell(own, at(11))).toBe(true)
    expect(await installations.markWell(own, at(12))).toBe(false)
    expect(await servedHere()).toHaveLength(1)
  })

  it('a token that was replaced breaks nothing', async () => {
    await installations.keep(installed(own), at(9))
    await installations.keep(installed(own, { token: 'xoxb-new' }), at(10))
    expect(await installations.markBroken(own, 1, 'token_revoked', at(11), later)).toBe(false)
    expect(await installations.get(own)).toMatchObject({ state: 'active', eraseAt: null })
  })

  it('an organisation serves the workspaces that it grants, until it takes them back', async () => {
    await installations.keep(installed(org), at(9))
    expect(await installations.serving(own)).toBeNull()
    await installations.grant(org, [own, other], at(10))
    expect(await installations.serving(own)).toMatchObject({ id: org, isOrg: true })
    expect(await servedHere()).toEqual([
      { workspaceId: own, installationId: org },
      { workspaceId: other, installationId: org },
    ])
    expect(await installations.revoke(org, [own, 'TNOBODY'], gone(11))).toEqual([own])
    expect(await installations.serving(own)).toBeNull()
    expect(await installations.granted(org)).toEqual([other])
    await installations.grant(org, [own], at(12))
    expect(await installations.granted(org)).toEqual([own, other].sort())
  })

  it('what an organisation did last counts, in whatever order Slack tells of it', async () => {
    await installations.keep(installed(org), at(9))
    await installations.grant(org, [own], at(12))
    expect(await installations.revoke(org, [own], gone(11))).toEqual([])
    expect(await installations.revoke(org, [own], gone(13))).toEqual([own])
    await installations.grant(org, [own], at(12))
    expect(await installations.granted(org)).toEqual([])
  })

  it('an organisation that is not installed grants nothing', async () => {
    await installations.grant(org, [own], at(9))
    expect(await installations.granted(org)).toEqual([])
  })

  it('its own installation comes first; its organisation stands in for one that is silent or broken', async () => {
    await installations.keep(installed(org), at(9))
    await installations.grant(org, [own], at(9))
    await installations.keep(installed(own, { enterpriseId: org }), at(10))
    expect(await installations.serving(own)).toMatchObject({ id: own })
    expect(await servedHere()).toEqual([{ workspaceId: own, installationId: own }])
    await installations.markBroken(own, 1, 'invalid_auth', at(11), null)
    expect(await installations.serving(own)).toMatchObject({ id: org })
    await installations.fallSilent(own, gone(12))
    expect(await servedHere()).toEqual([{ workspaceId: own, installationId: org }])
    // With both gone nobody serves it; what comes back brings all of its own back.
    await installations.fallSilent(org, gone(13))
    expect(await installations.serving(own)).toBeNull()
    await installations.keep(installed(org), at(14))
    expect(await installations.serving(own)).toMatchObject({ id: org })
  })

  it('all that are served are listed once, page by page', async () => {
    const ids = Array.from({ length: 7 }, (_, n) => `${own}${n}`)
    await installations.keep(installed(org), at(9))
    await installations.grant(org, ids.slice(3), at(9))
    for (const id of ids.slice(0, 5)) await installations.keep(installed(id), at(9))
    const found: string[] = []
    for (let after = own; ; ) {
      const page = (await installations.active(after, 2)).filter(({ workspaceId }) =>
        ids.includes(workspaceId),
      )
      found.push(...page.map(({ workspaceId, installationId }) => `${workspaceId} ${installationId}`))
      if (page.length < 2) break
      after = page.at(-1)?.workspaceId ?? after
    }
    const wished = ids.map((id, n) => `${id} ${n < 5 ? id : org}`)
    expect(found).toEqual(wished)
  })

  it('says how many are in each state', async () => {
    const before = await installations.tally()
    for (const id of [own, other, org]) await installations.keep(installed(id), at(9))
    await installations.fallSilent(other, gone(10))
    await installations.markBroken(org, 1, 'invalid_auth', at(10), null)
    expect(await installations.tally()).toEqual({
      ...{ active: before.active + 1, silent: before.silent + 1, broken: before.broken + 1 },
    })
  })

  it('a state is used once, whoever asks, until it has expired', async () => {
    const hash = `hash of ${own}`
    const asked = await Promise.all([1, 2, 3].map(() => installations.useState(hash, at(10))))
    expect(asked.filter(Boolean)).toHaveLength(1)
    await installations.sweepStates(at(9))
    expect(await installations.useState(hash, at(10))).toBe(false)
    await installations.sweepStates(at(10))
    expect(await installations.useState(hash, at(11))).toBe(true)
  })
})
