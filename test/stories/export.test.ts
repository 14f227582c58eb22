import { describe, expect, it } from 'vitest'
import { personDocument } from '../../src/documents/person-json.js'
import type { Fault } from '../../src/practice/faults/fault.js'
import { directOf, filesShown, handedTo } from '../support/handed.js'
import { quickMinutes } from '../support/quick-minutes.js'
import { aTeam, type Team } from '../support/team.js'

const knowing = async (team: Team): Promise<void> => {
  const { ana, ben, customers } = team
  for (const line of [
    'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
    'heard frank my daughter starts at Ohio State',
    'met frank yesterday: walked the plant',
    'promise frank by friday: send the sample',
    'date frank 14 march 1971: birthday',
    'ask frank what would his crew miss most?',
    'add Susan Lee, COO at Acme Lighting',
    'tie frank reports to susan',
  ])
    await team.types(ana, customers, `/person ${line}`)
  await team.types(ben, customers, '/person note frank proud of the safety record #feeling')
}

describe.each(['socket', 'http'] as const)('export frank, over %s', (mode) => {
  it('hands over three files in one message of the DM, and says where they are and what they hold', async () => {
    const team = await aTeam({ mode })
    const { ana, ben, customers, slack } = team
    await knowing(team)
    const said = await team.types(ana, customers, '/person export frank')
    for (const part of [
      'Frank Ortiz',
      'in your direct messages with me',
      '1 role',
      '1 contact',
      '1 note',
      'JSON',
    ])
      expect(said).toContain(part)
    const [shown, ...others] = filesShown(team, ana)
    expect(others).toEqual([])
    expect(shown?.text).toContain('for your eyes')
    expect(shown?.files?.map(({ name }) => name)).toEqual([
      'what-we-know-about-frank-ortiz.html',
      'frank-ortiz.vcf',
      'frank-ortiz.json',
    ])

    const { html, vcf, json } = handedTo(team, ana)
    for (const part of [
      '<title>What we know about you, Frank Ortiz</title>',
      'my daughter starts at Ohio State',
      'proud of the safety record',
      'Ben Adeyemi',
      'You report to <bdi>Susan Lee</bdi>',
      '20 November 2026',
    ])
      expect(html).toContain(part)
    expect(vcf).toContain('FN:Frank Ortiz\r\n')
    expect(vcf).toContain('BDAY:19710314\r\n')
    expect(vcf).not.toContain('Ohio')
    const document = personDocument.parse(JSON.parse(json))
    expect(document).toMatchObject({
      format: 'personable-person',
      version: 3,
      for: ana,
      on: '2026-11-21',
      person: { name: 'Frank Ortiz', addresses: ['frank@acme.example'] },
      roles: [{ title: 'facilities manager', company: 'Acme Lighting' }],
      teammates: { [ana]: 'Ana Ruiz', [ben]: 'Ben Adeyemi' },
    })
    expect(Object.values(document.people)).toEqual(['Susan Lee'])
    expect(slack.seenBy(ben, directOf(team, ben))).toEqual([])
    expect(slack.problems).toEqual([])
  })

  it('can be typed in the DM, where the files stand above the answer', async () => {
    const team = await aTeam({ mode })
    const { ana, slack } = team
    await knowing(team)
    const direct = directOf(team, ana)
    await slack.as(ana).say(direct, 'export frank')
    const answer = await slack.until(() =>
      slack.seenBy(ana, direct).find((seen) => seen.user === slack.botUserId && seen.files === undefined),
    )
    expect(answer && slack.visibleText(answer)).toContain('here, above')
    expect(filesShown(team, ana)).toHaveLength(1)
    expect(slack.problems).toEqual([])
  })
})

describe('what an export holds', () => {
  it('is what the asker may see, and nothing else', async () => {
    const team = await aTeam()
    const { ana, ben, customers, quiet } = team
    await knowing(team)
    await team.types(ana, directOf(team, ana), '/person note frank afraid for his job')
    await team.types(ana, quiet, '/person note frank thinks of leaving')
    await team.types(ana, quiet, '/person called frank: the secret lease')
    await team.types(ana, customers, '/person export frank')
    const said = await team.types(ben, customers, '/person export frank')
    expect(said).toContain('all that you may see')
    expect(said).toContain('1 contact,')
    const [hers, his] = [handedTo(team, ana), handedTo(team, ben)]
    for (const secret of ['afraid for his job', 'thinks of leaving', 'the secret lease']) {
      expect(hers.html).toContain(secret)
      expect(hers.json).toContain(secret)
      expect(his.html).not.toContain(secret)
      expect(his.json).not.toContain(secret)
    }
    expect(await team.types(ana, customers, '/person export frank')).toContain('for your eyes alone')
  })

  it('is nothing for who cannot see the person, nor for guests', async () => {
    const team = await aTeam()
    const { ana, ben, gus, customers, quiet } = team
    await team.types(ana, quiet, '/person add Lily Chen, buyer at Initech')
    expect(await team.types(ben, customers, '/person export lily')).not.toContain('Lily Chen')
    expect(await team.types(gus, customers, '/person export lily')).toContain('full members')
    expect([...filesShown(team, ben), ...filesShown(team, gus)]).toEqual([])
    expect(team.slack.traffic.some(({ name }) => name.startsWith('files.'))).toBe(false)
  })

  it('whatever is in a name or a note, the files are whole, and no channel rings', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    const name = '<!channel> Fr&nk </title><script>alert(1)</script> <@UANA>'
    await team.types(ana, customers, `/person add ${name} odd@acme.example, boss at A;B`)
    await team.types(ana, customers, '/person note odd@acme.example: <img src=x onerror=alert(1)>')
    await team.types(ana, customers, '/person export odd@acme.example')
    const [shown] = filesShown(team, ana)
    expect(shown && slack.liveMarkup(shown)).toEqual(slack.liveMarkup({ text: '', blocks: [] }))
    const { html } = handedTo(team, ana)
    expect(html).not.toMatch(/<(?:script|img)/)
    expect(html).toContain('onerror')
    expect(html.match(/<title>/g)).toHaveLength(1)
  })
})

describe('when Slack does not take the files', () => {
  const refusals: readonly (readonly [where: string, fault: Fault, said: string])[] = [
    ['files.getUploadURLExternal', { kind: 'error', error: 'missing_scope' }, 'install it again'],
    ['files.getUploadURLExternal', { kind: 'error', error: 'file_uploads_disabled' }, 'takes no files'],
    ['files.getUploadURLExternal', { kind: 'rate_limited', retryAfterSeconds: 30 }, 'In a minute'],
    ['upload', { kind: 'status', status: 500 }, 'In a minute'],
    ['upload', { kind: 'lost_before' }, 'In a minute'],
    ['conversations.open', { kind: 'error', error: 'user_disabled' }, 'deactivated'],
    ['files.completeUploadExternal', { kind: 'error', error: 'posting_to_channel_denied' }, 'may not post'],
  ]
  it.each(refusals)('%s answering %j: none is sent, and why', async (where, fault, part) => {
    const team = await aTeam({ pacing: quickMinutes(60_000) })
    const { ana, customers, slack } = team
    await team.types(ana, customers, '/person add Frank Ortiz')
    slack.faults.next(where, fault)
    const said = await team.types(ana, customers, '/person export frank')
    expect(said).toContain('none was sent')
    expect(said).toContain(part)
    expect(said).toContain('/person export Frank Ortiz')
    expect(filesShown(team, ana)).toEqual([])
    expect(await team.types(ana, customers, '/person export frank')).toContain('Three files')
    expect(filesShown(team, ana)).toHaveLength(1)
  })

  it('an answer that never comes is not taken for a no', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await team.types(ana, customers, '/person add Frank Ortiz')
    slack.faults.next('files.completeUploadExternal', { kind: 'lost_after' })
    const said = await team.types(ana, customers, '/person export frank')
    expect(said).toContain('did not say')
    expect(filesShown(team, ana)).toHaveLength(1)
  })

  it('a slow Slack is waited for, and the command is answered once', async () => {
    const team = await aTeam({ tuning: { patience: { commandMs: 50, formMs: 50, lookupMs: 50 } } })
    const { ana, customers, slack } = team
    await team.types(ana, customers, '/person add Frank Ortiz')
    const held = slack.faults.slow('files.completeUploadExternal')
    const run = await slack.as(ana).command(customers, '/person export frank')
    await held.arrived
    expect(run.answers).toEqual([])
    held.release()
    expect(slack.visibleText(await run.answer())).toContain('Three files')
    await slack.idle()
    expect(run.answers).toHaveLength(1)
    expect(slack.problems).toEqual([])
  })
})
