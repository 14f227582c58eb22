import { it } from 'vitest'
import { servePage } from '../../../src/practice/page/serve-page.js'
import { aSteppingTeam, ran } from '../../support/stepping.js'
import { openPage } from '../support/browser.js'
import { take, wide } from '../support/camera.js'

/** Slack's Workflow Builder is not on the practice page: what comes of a workflow is. */
it('takes what Ben reads when a workflow of the team has logged his call', async () => {
  const at = '2026-11-21T16:00:00.000Z'
  const team = await aSteppingTeam({ at, slack: { now: () => Date.parse(at) } })
  const { ana, ben, customers, slack } = team
  await team.types(ana, customers, '/person add Frank Ortiz, facilities manager at Acme Lighting')
  servePage(slack, { clock: { now: () => new Date(at), moveTo: async () => {} } })
  const workflow = slack.people.add({ name: 'after-a-call', realName: 'After a call', standing: 'bot' }).id
  slack.places.join(customers, workflow)
  const { outputs } = await ran(team, ben, 'log_conversation', {
    who: 'frank',
    how: 'Call',
    what: 'The lease ends in March. "I would rather stay in the old hall, my people know every corner of it."',
    channel: customers,
  })
  const said = `<@${ben}> talked with ${outputs?.name}, ${outputs?.role}. Read it: \`${outputs?.command}\``
  await slack.as(workflow).say(customers, said, { raw: true })
  const page = await openPage(`${slack.origin}/?as=ben&in=customers`, {
    ...wide,
    viewport: { width: 1000, height: 640 },
  })
  const messages = page.getByRole('log', { name: 'Messages' })
  await messages.getByText('talked with').waitFor()
  await take(page, 'workflow-step-light', messages)
})
