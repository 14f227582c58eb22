import { expect, it } from 'vitest'
import { types } from '../support/doing.js'
import { tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'

/** Frank lives in #sales, where no guest reads; what he said was typed in #other. The digest in #sales quotes it. */
const quotedInSales = async (): Promise<{ team: Team; sales: string }> => {
  const team = await aTeam()
  const { ana, ben, slack } = team
  const channel = (name: string) => slack.places.add({ name, kind: 'public', members: [ana, ben] }).id
  const [sales, other] = [channel('sales'), channel('other')]
  for (const id of [sales, other]) slack.places.join(id, slack.botUserId)
  await types(team, ana, sales, 'add Frank Ortiz, buyer at Acme', 'met frank 60 days ago')
  await types(team, ana, other, 'heard frank my divorce is through')
  await team.pass(tuesday)
  expect(team.posts(sales).join()).toContain('my divorce is through')
  return { team, sales }
}
const takenBack = ({ slack, posts }: Team, sales: string) =>
  slack.until(() => posts(sales).length > 0 && !posts(sales).join().includes('divorce'), { what: 'silence' })

it('a guest who comes into a channel does not read there what was typed elsewhere', async () => {
  const { team, sales } = await quotedInSales()
  team.slack.places.join(sales, team.gus)
  await takenBack(team, sales)
  expect(team.posts(sales).join()).toContain('Frank Ortiz')
})

it('nor does a member who becomes one', async () => {
  const { team, sales } = await quotedInSales()
  team.slack.people.change(team.ben, { standing: 'guest' })
  await takenBack(team, sales)
})
