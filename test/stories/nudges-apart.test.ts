import { expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { at } from '../support/nudging.js'
import { aTeam } from '../support/team.js'

it('what a teammate promised in one private channel about somebody of another is told in their DM, and put right there', async () => {
  const team = await aTeam()
  const { ana, ben, slack } = team
  const private_ = (name: string) =>
    slack.places.add({ name, kind: 'private', members: [ana, ben, slack.botUserId] }).id
  const [plant, board] = [private_('plant'), private_('board')]
  await types(team, ana, plant, 'add Frank Ortiz', 'every frank never')
  await types(
    team,
    ben,
    board,
    'promise frank by 27 nov: a word with his boss',
    'trigger frank 4 dec: he resigns',
  )
  const dm = slack.places.dm(ben).id
  const [post, ...others] = await team.pass(at('2026-11-27', 15))
  expect(others).toEqual([])
  expect(team.posts(dm, ben)).toEqual([post])
  expect(post).toContain(
    '“he resigns” is 7 days away, on 4 December; and you promised “a word with his boss” by today.',
  )
  expect(post).toContain('@ana looks after them.')
  const stands = (what: RegExp) =>
    slack.until(() => what.test(team.posts(dm, ben).join()), { what: `${what}` })
  team.setClock(at('2026-11-27', 16))
  await types(team, ben, board, 'kept frank')
  await stands(/\n“he resigns” is 7 days away, on 4 December\.\n/)
  await types(team, ben, board, 'undo')
  await stands(/and you promised/)
  await types(team, ben, board, 'broke frank')
  await stands(/\n“he resigns” is 7 days away, on 4 December\.\n/)
  expect(await team.pass(at('2026-12-08', 15))).toEqual([])
  expect(slack.problems).toEqual([])
})
