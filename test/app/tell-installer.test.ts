import { expect, it, onTestFinished } from 'vitest'
import { tellInstaller } from '../../src/app/installing/tell-installer.js'
import { installed } from '../support/installing.js'
import { freshStore } from '../support/stores.js'

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 23, hour)).toISOString()
const url = 'https://personable.example.com/slack/install'

const aStore = async () => {
  const store = await freshStore()
  onTestFinished(() => store.close())
  const { uow, installations } = store
  return {
    installations,
    tells: (id: string) => tellInstaller({ uow, installations }, id, { until: at(14), url }, at(12)),
    told: (workspaceId: string) =>
      uow.keep({ workspaceId, audience: 'everything' }, ({ notices }) =>
        notices.recall('teammate:UANA', () => true),
      ),
  }
}

it('whoever installed it hears once that it has to be installed again, and where', async () => {
  const { installations, tells, told } = await aStore()
  await installations.keep(installed('T1'), at(1))
  expect(await Promise.all([tells('T1'), tells('T1')])).toEqual(expect.arrayContaining(['T1', null]))
  expect(await tells('T1')).toBeNull()
  expect(await told('T1')).toEqual([{ kind: 'install-again', until: at(14), url }])
})

it('of an organisation in one of its workspaces, and nowhere while it has none', async () => {
  const { installations, tells, told } = await aStore()
  await installations.keep(installed('E1'), at(1))
  expect(await tells('E1')).toBeNull()
  await installations.grant('E1', ['T2', 'T1'], at(2))
  expect([await tells('E1'), await tells('E1')]).toEqual(['T1', null])
  expect([await told('T1'), await told('T2')]).toMatchObject([[{ kind: 'install-again' }], []])
})

it('nobody is told of what is not there', async () => {
  const { installations, tells } = await aStore()
  expect(await tells('T9')).toBeNull()
  await installations.keep(installed('T1'), at(1))
  await installations.fallSilent('T1', { at: at(2), why: 'app_uninstalled', eraseAt: at(20) })
  expect(await tells('T1')).toBeNull()
})
