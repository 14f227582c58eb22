import { expect, test } from 'vitest'
import { placedElements } from '../../../src/practice/blocks/walk.js'
import { textAt } from '../../../src/practice/json.js'
import { types } from '../../support/doing.js'
import { aTeam } from '../../support/team.js'

test('what is typed into a select may be typed again within the second, over HTTP too', async () => {
  const team = await aTeam({ mode: 'http' })
  const { slack, ana, customers } = team
  await types(team, ana, customers, 'add Frank Ortiz')
  const view = await (await slack.as(ana).shortcut('look-up-person')).modal()
  const select = placedElements(view.blocks).find(({ element }) => String(element.type).includes('external'))
  const which = textAt(select?.element, 'action_id') ?? ''
  // Slack signs the same words in the same second with the same signature.
  const offered = await Promise.all(
    Array.from({ length: 6 }, () => slack.as(ana).suggest(view, which, 'fra')),
  )
  for (const options of offered) expect(options).toHaveLength(1)
  expect(slack.problems).toEqual([])
})
