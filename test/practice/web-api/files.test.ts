import { describe, expect, it } from 'vitest'
import { clientOf, refusal } from '../support/client.js'
import { withScope } from '../support/manifest.js'
import { closeAfterEach, openSlack } from '../support/open-slack.js'

closeAfterEach()

const hello = Buffer.from('hello, wörld')

async function openWorkspace() {
  const slack = await openSlack({ manifest: withScope('files:write') })
  const [ana, ben] = [slack.people.add({ name: 'ana' }).id, slack.people.add({ name: 'ben' }).id]
  const direct = slack.places.dm(ana).id
  const client = clientOf(slack)
  const ask = async (length = hello.length) => {
    const asked = await client.files.getUploadURLExternal({ filename: 'hello.txt', length })
    return { id: asked.file_id ?? '', address: asked.upload_url ?? '' }
  }
  const finish = (more: object) => client.apiCall('files.completeUploadExternal', { ...more })
  return { slack, ana, ben, direct, client, ask, finish }
}
const send = async (address: string, body: Uint8Array | FormData): Promise<number> => {
  const sent = body instanceof FormData ? body : new Uint8Array(body)
  return (await fetch(address, { method: 'POST', body: sent })).status
}

describe('a file', () => {
  it('is announced, sent, and shown in one message with others, to those who see the place', async () => {
    const { slack, ana, ben, direct, ask, finish } = await openWorkspace()
    const [raw, form] = [await ask(), await ask()]
    expect(await send(raw.address, hello)).toBe(200)
    const filled = new FormData()
    filled.set('filename', new Blob([new Uint8Array(hello)]), 'hello.txt')
    expect(await send(form.address, filled)).toBe(200)
    const files = [{ id: raw.id, title: 'Hello' }, { id: form.id }]
    expect(await finish({ files, channel_id: direct, initial_comment: 'Two files' })).toMatchObject({
      files: [
        { id: raw.id, title: 'Hello' },
        { id: form.id, title: 'hello.txt' },
      ],
    })
    expect(slack.seenBy(ana, direct)).toMatchObject([
      {
        text: 'Two files',
        files: [{ title: 'Hello', name: 'hello.txt', size: hello.length }, { id: form.id }],
      },
    ])
    for (const { id } of [raw, form]) {
      expect(slack.fileSeenBy(ana, id)).toEqual({ name: 'hello.txt', bytes: hello })
      expect(slack.fileSeenBy(ben, id)).toBeUndefined()
    }
    expect(slack.problems).toEqual([])
  })

  it('is taken away out of its message, once', async () => {
    const { slack, ana, direct, client, ask, finish } = await openWorkspace()
    const { id, address } = await ask()
    await send(address, hello)
    await finish({ files: [{ id }], channel_id: direct, initial_comment: 'A file' })
    await client.files.delete({ file: id })
    expect(slack.fileSeenBy(ana, id)).toBeUndefined()
    expect(slack.seenBy(ana, direct)).toMatchObject([{ text: 'A file', files: [] }])
    expect(await refusal(client.files.delete({ file: id }))).toBe('file_not_found')
  })

  it('is as long as was announced, and sent to its own address', async () => {
    const { slack, ask, finish } = await openWorkspace()
    const { id, address } = await ask(5)
    expect(await send(address, hello)).toBe(400)
    expect(await send(`${slack.origin}/upload/v1/other`, hello)).toBe(404)
    expect(await refusal(finish({ files: [{ id }] }))).toBe('file_not_found')
    expect(slack.problems.map(({ kind }) => kind)).toContain('refused_upload')
  })

  it('is finished once, and belongs to the app alone without a place', async () => {
    const { slack, ana, ask, finish } = await openWorkspace()
    const { id, address } = await ask()
    expect(await refusal(finish({ files: [{ id }] }))).toBe('file_not_found')
    await send(address, hello)
    await finish({ files: [{ id }] })
    expect(slack.fileSeenBy(ana, id)).toBeUndefined()
    expect(await refusal(finish({ files: [{ id }] }))).toBe('file_not_found')
  })
})

describe('what Slack refuses', () => {
  it.each([
    [{ filename: 'a' }, 'invalid_arguments'],
    [{ length: 3 }, 'invalid_arguments'],
    [{ filename: 'a', length: 0 }, 'missing_argument'],
    [{ filename: 'a', length: 'x' }, 'invalid_arguments'],
    [{ filename: 'a', length: 2 ** 31 }, 'file_upload_size_restricted'],
    [{ filename: 'a', length: 3, alt_txt: 'x'.repeat(1_001) }, 'alt_txt_too_large'],
  ])('announced as %j', async (given, code) => {
    const { client } = await openWorkspace()
    expect(await refusal(client.apiCall('files.getUploadURLExternal', { ...given }))).toBe(code)
  })

  it('finished in a place that takes none', async () => {
    const { slack, ana, direct, ask, finish } = await openWorkspace()
    const { id, address } = await ask()
    await send(address, hello)
    const away = slack.places.add({ name: 'away', members: [ana], withBot: false }).id
    const hidden = slack.places.add({ name: 'h', kind: 'private', members: [ana], withBot: false }).id
    const old = slack.places.add({ name: 'old', members: [ana] }).id
    slack.places.archive(old)
    const finished = (channel_id: string) => refusal(finish({ files: [{ id }], channel_id }))
    // Slack wants the DM here, not the person.
    expect(await finished(ana)).toBe('invalid_arguments')
    expect(await finished(away)).toBe('not_in_channel')
    expect(await finished(hidden)).toBe('channel_not_found')
    expect(await finished(old)).toBe('posting_to_channel_denied')
    expect(await refusal(finish({ files: [], channel_id: direct }))).toBe('invalid_arguments')
    expect(await refusal(finish({ files: [{}], channel_id: direct }))).toBe('invalid_arguments')
    expect(await refusal(finish({ files: [{ id: 'F1' }], channel_id: direct }))).toBe('file_not_found')
    expect(await finished(direct)).toBeUndefined()
  })

  it('an app that did not ask for files:write', async () => {
    const slack = await openSlack()
    const asked = clientOf(slack).files.getUploadURLExternal({ filename: 'a', length: 1 })
    expect(await refusal(asked)).toBe('missing_scope')
  })
})
