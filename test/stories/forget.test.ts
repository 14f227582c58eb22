import { describe, expect, it } from 'vitest'
import { asked, eventually, pressed, types } from '../support/doing.js'
import { filesShown } from '../support/handed.js'
import { keptAt, keptInBackupOf } from '../support/kept-text.js'
import { putRight, tuesday } from '../support/nudging.js'
import { aTeam, type Team } from '../support/team.js'
import { temporaryDatabase } from '../support/temporary-database.js'
import { saidBy, tracesIn } from '../support/traces.js'

/** His name, and words that came with him alone. */
const traces = ['wendelin', 'ottokar', 'zeppelin', 'quokka', 'xylophone', 'marmalade', 'wo@acme.example']

const asksIn = async ({ slack, ana }: Team, line: string) =>
  (await slack.as(ana).say(slack.places.dm(ana).id, line)).reply()

/** Wendelin is known in the channel, in a DM and in private; Susan's notes name him; both are nudged about. */
const aTeamWithWendelin = async () => {
  const databaseUrl = await temporaryDatabase()
  const team = await aTeam({ databaseUrl })
  const { ana, ben, customers, quiet } = team
  await asksIn(team, 'note Wendelin Ottokar: keeps a quokka')
  await types(
    team,
    ana,
    customers,
    'add Wendelin Ottokar, keeper of the xylophone at Acme wo@acme.example',
    'heard wendelin the zeppelin was late',
    'met wendelin 60 days ago: toast with marmalade',
    'every wendelin 3 weeks',
    'promise wendelin by 24 november: tune the xylophone',
    'add Susan Bell, buyer at Globex',
    'met susan 60 days ago: coffee',
    'heard susan: my aunt married Wendelin Ottokar',
    'tie susan reports to wendelin',
  )
  await types(team, ben, customers, 'note susan: shares an office with wendelin OTTOKAR')
  await types(team, ana, quiet, 'note susan: Ottokar, Wendelin owes her one (wo@acme.example)')
  await asksIn(team, 'wendelin')
  await asksIn(team, 'find zeppelin')
  await asksIn(team, 'heard wendelin: a quokka is no pet')
  await asksIn(team, 'susan')
  await types(team, ana, customers, `hand susan to <@${ben}>`, `hand wendelin to <@${ben}>`)
  const inbox = () => team.posts(team.slack.places.dm(ben).id, ben)
  await team.slack.until(() => inbox().length >= 2, { what: 'both cards' })
  await types(team, ana, customers, `hand wendelin to <@${ana}>`)
  await team.pass(tuesday)
  return { team, databaseUrl }
}

const nothingSaid = ({ slack }: Team) =>
  slack.until(() => tracesIn(saidBy(slack), traces).length === 0, { what: 'nothing of him in Slack' })

/** What was on its way goes with the next beats. */
const nothingSaidInABeat = ({ bot, slack }: Team) =>
  eventually('nothing of him in Slack', async () => {
    await bot.beat()
    return tracesIn(saidBy(slack), traces).length === 0
  })

const forgets = async (team: Team) => {
  const question = await asked(team, team.ana, team.customers, '/person forget wendelin')
  const answer = await pressed(team, team.ana, question, 'Forget for good')
  return { question: team.slack.visibleText(question), answer: team.slack.visibleText(answer) }
}

describe('forget', () => {
  it('says what goes and that it cannot be undone; then nothing of them is left anywhere', async () => {
    const { team, databaseUrl } = await aTeamWithWendelin()
    const { slack } = team
    expect(tracesIn(saidBy(slack), traces)).toEqual(traces)
    expect(tracesIn(await keptAt(databaseUrl), traces)).toEqual(traces)
    expect(tracesIn(await keptInBackupOf(databaseUrl), traces)).toEqual(traces)
    const { question, answer } = await forgets(team)
    for (const what of [
      'Wendelin Ottokar',
      'cannot be undone',
      '2 notes',
      '1 contact',
      '1 promise',
      '1 tie',
      '1 role',
      '1 nudge',
    ])
      expect(question).toContain(what)
    expect(question).toContain('3 entries about others name them')
    expect(tracesIn(answer.toLowerCase(), traces)).toEqual([])
    expect(answer).toContain('forgotten')
    await nothingSaid(team)
    await eventually(
      'nothing of him on the disk',
      async () => tracesIn(await keptAt(databaseUrl), traces).length === 0,
    )
    expect(tracesIn(await keptInBackupOf(databaseUrl), traces)).toEqual([])
    expect(await team.types(team.ana, team.customers, '/person susan')).toContain(
      'my aunt married [forgotten]',
    )
    expect(slack.problems).toEqual([])
  })

  it('puts a post right that others stand in, and takes one away that was about nobody else', async () => {
    const { team } = await aTeamWithWendelin()
    const [digest = ''] = team.posts(team.customers)
    expect([digest.includes('Susan Bell'), digest.includes('Wendelin Ottokar')]).toEqual([true, true])
    await forgets(team)
    await team.slack.until(() => !team.posts(team.customers).join().includes('Wendelin'), {
      what: 'a post put right',
    })
    expect(team.posts(team.customers)[0]).toContain('Susan Bell')
    const direct = team.slack.places.dm(team.ben).id
    const isAlone = () => {
      const [card = '', ...more] = team.posts(direct, team.ben)
      return more.length === 0 && card.includes('Susan Bell') && card.includes('[forgotten]')
    }
    await team.slack.until(isAlone, { what: 'the card of Susan alone' })
  })

  it('takes away the files that were handed over about them, and about others who know them', async () => {
    const { team } = await aTeamWithWendelin()
    await types(team, team.ana, team.customers, 'export wendelin', 'export susan')
    const files = () => filesShown(team, team.ana).flatMap((shown) => shown.files ?? [])
    expect(files()).toHaveLength(6)
    await forgets(team)
    await team.slack.until(() => files().length === 0, { what: 'no files any more' })
  })

  it('typed in a DM, takes its own question away', async () => {
    const { team } = await aTeamWithWendelin()
    const question = await asksIn(team, 'forget wendelin ottokar')
    await pressed(team, team.ana, question, 'Forget for good')
    await nothingSaidInABeat(team)
  })

  it('cannot be undone, and says so; what was done to others goes on being undoable', async () => {
    const { team } = await aTeamWithWendelin()
    const { ana, ben, customers } = team
    await forgets(team)
    expect(await team.types(ana, customers, '/person undo')).toContain('cannot be taken back')
    expect(await team.types(ben, customers, '/person undo')).toContain(
      'Taken back: your note about Susan Bell',
    )
    expect(await team.types(ana, customers, '/person wendelin')).toContain('nobody called')
  })

  it('is for those who answer for them; to whom they are hidden they do not exist', async () => {
    const { team } = await aTeamWithWendelin()
    const { ana, ben, quiet } = team
    expect(await team.types(ben, team.customers, '/person forget wendelin')).toContain(
      'Only the owner of Wendelin Ottokar',
    )
    await types(team, ana, quiet, 'add Lily Chen')
    expect(await team.types(ben, team.customers, '/person forget lily')).toContain('nobody called')
  })

  it('twice pressed, and pressed by somebody else, forgets once and nobody more', async () => {
    const { team } = await aTeamWithWendelin()
    const { ana, customers, slack } = team
    const question = await asked(team, ana, customers, '/person forget wendelin')
    const again = await asked(team, ana, customers, '/person forget wendelin')
    await pressed(team, ana, question, 'Forget for good')
    expect(slack.visibleText(await pressed(team, ana, again, 'Forget for good'))).toContain('no such person')
    expect(await team.types(ana, customers, '/person susan')).toContain('Susan Bell')
  })

  it('is asked about when somebody adds them again by address, and then they begin anew', async () => {
    const { team } = await aTeamWithWendelin()
    const { ana, ben, customers, slack } = team
    await forgets(team)
    const add = '/person add W. Ottokar, keeper at Globex WO@acme.example'
    const question = await asked(team, ben, customers, add)
    expect(slack.visibleText(question)).toContain('forgotten here on purpose')
    expect(await team.types(ana, customers, '/person ottokar')).toContain('nobody called')
    const answer = slack.visibleText(await pressed(team, ben, question, 'Introduce anew'))
    expect(answer).toContain('Good to know W. Ottokar')
    expect(await team.types(ana, customers, '/person ottokar')).not.toContain('zeppelin')
    // Whoever is known is asked about as such.
    expect(await team.types(ana, customers, add)).toContain('same person')
  })

  it('leaves it to a teammate to add somebody of the same name', async () => {
    const { team } = await aTeamWithWendelin()
    await forgets(team)
    const added = await team.types(team.ana, team.customers, '/person add Wendelin Ottokar')
    expect(added).toContain('Good to know Wendelin Ottokar')
  })
})

describe('a post that is on its way', () => {
  it('while they are forgotten does not stay: it is found and taken away', async () => {
    const databaseUrl = await temporaryDatabase()
    const team = await aTeam({ databaseUrl })
    const { ana, customers, slack } = team
    await types(
      team,
      ana,
      customers,
      'add Wendelin Ottokar',
      'met wendelin 60 days ago: toast with marmalade',
    )
    const posting = slack.faults.slow('chat.postMessage')
    const passing = team.pass(tuesday)
    await posting.arrived
    await forgets(team)
    posting.release()
    await passing
    await nothingSaidInABeat(team)
  })

  it('nor when the answer to it was lost', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await types(
      team,
      ana,
      customers,
      'add Wendelin Ottokar',
      'met wendelin 60 days ago: toast with marmalade',
    )
    slack.faults.next('chat.postMessage', { kind: 'lost_after' })
    const hand = await team.scheduler()
    const passing = hand.byHand(tuesday)
    await slack.until(() => tracesIn(saidBy(slack), traces).length > 0, {
      what: 'the post whose answer is lost',
    })
    await forgets(team)
    await passing
    await hand.close()
    await nothingSaidInABeat(team)
  })

  it('stays on the list while Slack does not take it away, and goes when it does', async () => {
    const { team } = await aTeamWithWendelin()
    const { slack } = team
    const mend = slack.faults.while('chat.delete', { kind: 'rate_limited', retryAfterSeconds: 1 })
    await forgets(team)
    await putRight(team, /\[forgotten\]/)
    expect(tracesIn(saidBy(slack), traces)).not.toEqual([])
    mend()
    await nothingSaidInABeat(team)
  })
})
