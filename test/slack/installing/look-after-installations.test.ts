import { expect, it } from 'vitest'
import { StoreUnavailable } from '../../../src/app/ports.js'
import { lookAfterInstallations } from '../../../src/slack/installing/look-after-installations.js'
import { refused } from '../stand.js'
import { after, hours, rotatingSlack } from './rotating.js'
import { app } from './visiting.js'

const aBeat = async () => {
  const world = await rotatingSlack()
  const { installations, slack, clock, log } = world
  const tokens = world.process()
  const beats = (over: object = {}) =>
    lookAfterInstallations({
      ...{ installations: { ...installations, ...over }, tokens, clock, log, pause: async () => {} },
      app: { ...app, apiUrl: slack.apiUrl },
    })
  return { ...world, tokens, beats }
}

it('a beat refreshes what ends soon, and erases what was taken away a month ago', async () => {
  const { installs, installations, passes, slack, tokens, beats, said } = await aBeat()
  await installs('T1')
  await installations.fallSilent('T1', { at: after(1), why: 'app_uninstalled', eraseAt: after(hours(720)) })
  slack.on('auth.test', () => refused('account_inactive'))
  passes(hours(721))
  await installs('T2', hours(1))
  await beats()
  expect(await tokens.of('T2')).toBe('xoxe-T2-2')
  expect(await installations.get('T1')).toBeNull()
  expect(said('Everything known in a workspace was erased')).toMatchObject([{ workspace: 'T1' }])
})

it('what is there after all is active again, and nothing of it is erased', async () => {
  const { installs, installations, passes, beats } = await aBeat()
  await installs('T1')
  await installations.fallSilent('T1', { at: after(1), why: 'app_uninstalled', eraseAt: after(hours(1)) })
  passes(hours(2))
  await beats()
  expect(await installations.get('T1')).toMatchObject({ state: 'active', eraseAt: null })
})

it('a step that goes wrong is logged, and the others are taken', async () => {
  const { installs, tokens, beats, said } = await aBeat()
  await installs('T1', hours(1))
  const gone = () => Promise.reject(new StoreUnavailable('gone', 'gone'))
  let isSwept = false
  await beats({
    toErase: gone,
    sweepStates: async () => {
      isSwept = true
    },
  })
  expect([await tokens.of('T1'), isSwept]).toEqual(['xoxe-T1-2', true])
  expect(said('Installations were not looked after')).toHaveLength(1)
})
