import { describe, expect, it } from 'vitest'
import { startSocketApp } from './support/bolt-app.js'
import { clientOf, refusal } from './support/client.js'
import { atEnd, closeAfterEach, openSlack } from './support/open-slack.js'

closeAfterEach()

async function openWorkspace() {
  const slack = await openSlack()
  const ana = slack.people.add({ name: 'ana' })
  const sales = slack.places.add({ name: 'sales', members: [ana.id] })
  const client = clientOf(slack)
  const post = (text: string) => client.chat.postMessage({ channel: sales.id, text })
  const said = () => slack.seenBy(ana.id, sales.id).map(({ text }) => text)
  return { slack, client, channel: sales.id, ana: slack.as(ana.id), post, said }
}

describe('an answer', () => {
  it('is lost after the post was taken, or before', async () => {
    const { slack, post, said } = await openWorkspace()
    slack.faults.next('chat.postMessage', { kind: 'lost_after' })
    await expect(post('taken')).rejects.toThrow('request error')
    slack.faults.next('chat.*', { kind: 'lost_before' })
    await expect(post('not taken')).rejects.toThrow('request error')
    await post('fine again')
    expect(said()).toEqual(['taken', 'fine again'])
  })

  it('is late: the post appears only after the caller has given up', async () => {
    const { slack, post, said } = await openWorkspace()
    const late = slack.faults.late('chat.postMessage')
    await expect(post('late')).rejects.toThrow('request error')
    expect(said()).toEqual([])
    late.release()
    await slack.until(() => said().includes('late'))
  })

  it('is slow until it is released', async () => {
    const { slack, post, said } = await openWorkspace()
    const slow = slack.faults.slow('*')
    const answer = post('slow')
    await slow.arrived
    await slack.until(() => said().includes('slow'))
    slow.release()
    expect((await answer).ok).toBe(true)
  })

  it('is 500, 429 or an error code, as often as asked for', async () => {
    const { slack, client, channel, post, said } = await openWorkspace()
    slack.faults.next('chat.postMessage', { kind: 'status', status: 500 }, { times: 2 })
    await expect(post('a')).rejects.toMatchObject({ statusCode: 500 })
    await expect(post('b')).rejects.toMatchObject({ statusCode: 500 })
    slack.faults.next('*', { kind: 'rate_limited', retryAfterSeconds: 7 })
    await expect(post('c')).rejects.toMatchObject({ retryAfter: 7 })
    const stop = slack.faults.while(
      '*',
      { kind: 'error', error: 'fatal_error' },
      { when: (body) => body.text === 'd' },
    )
    expect(await refusal(post('d'))).toBe('fatal_error')
    expect(await refusal(client.conversations.info({ channel }))).toBeUndefined()
    stop()
    await post('d')
    expect(said()).toEqual(['d'])
    expect(slack.problems).toEqual([])
  })
})

describe.each(['refused', 'reset', '503'] as const)('Slack down (%s)', (how) => {
  it('takes and delivers nothing until it is up again at the same address', async () => {
    const { slack, ana, channel, post, said } = await openWorkspace()
    const running = await startSocketApp(slack, (app) => app.command('/try', async ({ ack }) => ack('here')))
    atEnd(() => running.stop())
    const { apiUrl } = slack
    await slack.faults.down(how)
    await expect(post('nobody there')).rejects.toThrow()
    expect((await ana.command(channel, '/try')).error).toBe('dispatch_failed')
    await slack.faults.up()
    expect(slack.apiUrl).toBe(apiUrl)
    await post('there again')
    expect(said().filter((text) => text.includes('there'))).toEqual(['there again'])
  })
})
