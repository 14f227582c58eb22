import { expect, it } from 'vitest'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { planPass } from '../../src/app/nudges/plan.js'
import { anOffice, monday } from './office.js'
import { questions } from './outbox.js'

const many = Array.from({ length: 50 }, (_, n) => `TEAM${n}`)

it('where hundreds of channels have a digest, some are decided in a turn, and each once in the end', async () => {
  const office = await anOffice()
  for (const [n, id] of many.entries()) {
    office.channel(id, {})
    const ana = await office.asker('UANA', id)
    const { id: personId } = await office.knows(ana, { name: `Frank Ortiz ${'x'.repeat(n + 1)}` })
    await logContact(office, ana, { personId, kind: 'met', on: '2026-09-20', text: '' })
  }
  const plans = async (isOver: boolean): Promise<string[]> => {
    const ports = { ...office, questions, isOver: () => isOver }
    const posts = await planPass(ports, { workspaceId: 'T1', now: monday, dryRun: false })
    return posts.map(({ place }) => place.home)
  }
  const turns = [await plans(true), await plans(true), await plans(true)]
  expect(turns.map((homes) => homes.length)).toEqual([20, 20, 10])
  expect(new Set(turns.flat()).size).toBe(50)
  expect(await plans(false)).toEqual([])
})
