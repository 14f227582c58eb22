import { expect, it } from 'vitest'
import { closeAfterEach } from '../support/open-slack.js'
import { openPage } from './support.js'

closeAfterEach()

it('shows each one the places that they see, and nothing of what is planned for the others', async () => {
  const { ana, ben, otto, look } = await openPage()
  await expect.poll(async () => (await look()).next.kind).toBe('known')
  const names = async (user: string) => (await look(user)).places.map(({ name }) => name)
  expect(await names(ana.id)).toEqual(['sales', 'secret', 'Tester'])
  expect(await names(ben.id)).toEqual(['sales', 'Tester'])
  expect(await names(otto.id)).toEqual([])
  expect(JSON.stringify((await look(ana.id)).next)).toContain('Lily')
  expect(JSON.stringify(await look(ben.id))).not.toContain('Lily')
  expect(JSON.stringify(await look(otto.id))).not.toContain('Frank')
})

it('takes names in an address, and whoever is first for somebody unknown', async () => {
  const { ben, sales, look } = await openPage()
  expect(await look('ben', 'sales')).toMatchObject({ me: { id: ben.id }, here: sales.id })
  expect((await look('nobody')).me.handle).toBe('ana')
})

it('knows what the app can do from its manifest', async () => {
  const { look } = await openPage()
  expect((await look()).abilities).toMatchObject({
    commands: [{ name: '/try', about: 'Tries' }],
    shortcuts: [
      { name: 'Keep this', on: 'message' },
      { name: 'Start', on: 'global' },
    ],
    hasHome: true,
    hearsFiles: false,
    canStartAgain: false,
  })
})
