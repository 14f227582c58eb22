import { describe, expect, it } from 'vitest'
import { asked, comesBack, handedIn, opened, pressed, sentBack, types } from '../support/doing.js'
import { aTeam, type Team } from '../support/team.js'

const secret = 'secretnumber 555'

/** Ben is in #quiet too, where Zelda lives, and where Ana typed what she had heard of her. */
const withZelda = async (): Promise<Team> => {
  const team = await aTeam()
  const { ana, ben, quiet, slack } = team
  slack.places.join(quiet, ben)
  await slack.idle()
  await types(team, ana, quiet, 'add Zelda Quist', 'note zelda loves trains')
  return team
}
const moves = (team: Team) => types(team, team.ana, team.quiet, `home zelda <#${team.customers}|customers>`)

describe('a form that was opened where few know somebody', () => {
  it('comes back once more people know them, and then shows it to them', async () => {
    const team = await withZelda()
    const { ana, ben, customers, quiet, slack } = team
    const form = await (await slack.as(ben).command(quiet, '/person edit zelda')).modal()
    expect(slack.visibleText(form)).not.toContain('Everybody who knows')
    await moves(team)
    const again = await comesBack(team, ben, form, { prefers: secret })
    expect(slack.visibleText(again)).toMatch(
      /More people see this than when the form was opened.*Everybody who knows/s,
    )
    expect(slack.visibleText(again)).toContain(secret)
    expect(await team.types(ana, customers, '/person zelda')).not.toContain(secret)
    expect(await handedIn(team, ben, again, {})).toContain('Put right')
    expect(await team.types(ana, customers, '/person zelda')).toContain(secret)
  })

  it('says so together with what somebody else changed meanwhile', async () => {
    const team = await withZelda()
    const { ana, ben, customers, quiet, slack } = team
    const form = await (await slack.as(ben).command(quiet, '/person edit zelda')).modal()
    await moves(team)
    await types(team, ana, customers, 'prefers zelda letters')
    const again = slack.visibleText(await comesBack(team, ben, form, { prefers: secret }))
    expect(again).toMatch(/More people see this.*Somebody changed this.*letters/s)
  })

  it('is carried out when nothing was changed in it', async () => {
    const team = await withZelda()
    const { ben, quiet, slack } = team
    const form = await (await slack.as(ben).command(quiet, '/person edit zelda')).modal()
    await moves(team)
    expect(await handedIn(team, ben, form, {})).not.toContain('More people')
  })

  it('does so for one entry too, shown to more people while its form was open', async () => {
    const team = await withZelda()
    const { ana, ben, customers, quiet, slack } = team
    await moves(team)
    const noted = await asked(team, ana, quiet, '/person note zelda loves buses')
    const more = await pressed(team, ben, await asked(team, ben, quiet, '/person zelda'), /^More/)
    const form = await opened(team, ben, more, 'Edit', { nth: 0 })
    await pressed(team, ana, noted, /Show/)
    const again = await comesBack(team, ben, form, { text: secret })
    expect(slack.visibleText(again)).toMatch(/More people see this.*sees what you save here/s)
    expect(await team.types(ana, customers, '/person zelda')).toContain('loves buses')
    await handedIn(team, ben, again, {})
    expect(await team.types(ana, customers, '/person zelda')).toContain(secret)
  })

  it('keeps no way to reach them that was read there, until that is said anew', async () => {
    const team = await withZelda()
    const { ana, ben, customers, quiet, slack } = team
    const run = await slack.as(ben).command(quiet, '/person read zelda')
    await slack
      .as(ben)
      .submit(await run.modal(), { text: '-- \nZelda Quist\nBuyer\nGlobex\nzelda@globex.example' })
    const form = slack.as(ben).modal
    if (form === undefined) throw new Error('no form')
    await moves(team)
    const { keep } = await sentBack(team, ben, form, { keep: ['zelda@globex.example'] })
    expect(keep).toContain('More people know them')
    await handedIn(team, ben, form, { keep: [] })
    expect(await team.types(ana, customers, '/person zelda')).not.toContain('zelda@globex.example')
  })
})
