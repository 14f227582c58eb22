import { expect, it } from 'vitest'
import { startBot } from '../support/process.js'
import { aBot, isCalm } from '../support/process-bot.js'
import { countIn } from '../support/process-database.js'
import { ana, aWorkspace, newPath, settingsFor } from '../support/process-team.js'
import { killedBefore, type Trouble } from '../support/process-troubles.js'

const file = 'First Name,Last Name,Company,Position,Connected On\nIda,Kern,Acme,Buyer,01 Sep 2026\n'

const moments: Record<string, Trouble> = {
  'before it says that it reads it': killedBefore({ method: 'chat.postMessage' }),
  'before it fetches it': killedBefore({ method: 'download' }),
  'before it shows what is in it': killedBefore({ method: 'chat.update' }),
}

it.each(Object.entries(moments))(
  'a file that was dropped, and whose bot is killed %s, is read by the next one or asked for again',
  { timeout: 60_000 },
  async (_, trouble) => {
    const workspace = await aWorkspace()
    const { slack, direct } = workspace
    const settings = settingsFor(workspace, await newPath())
    let kill = () => {}
    trouble(slack, () => kill())
    const first = await aBot(workspace, settings)
    kill = () => first.kill()
    await slack.as(ana).share(direct, 'people.csv', file)
    expect(await first.ended).toMatchObject({ signal: 'SIGKILL' })
    const next = await aBot(workspace, settings, startBot)
    // Slack repeats what nobody acknowledged.
    slack.redeliverNow()
    const answered = () =>
      workspace
        .posts(direct)
        .find((post) => /\[Import\]|Hand me the file again|hand it to me again/i.test(post))
    expect(await slack.until(answered, { timeoutMs: 20_000, what: 'a word about the file' })).toBeTruthy()
    await slack.idle()
    expect(workspace.posts(direct).filter((post) => post.startsWith('I am reading'))).toEqual([])
    expect(isCalm(next)).toBe(true)
  },
)

it('what was shown of a file can be begun after a restart', { timeout: 60_000 }, async () => {
  const workspace = await aWorkspace()
  const { slack, direct } = workspace
  const path = await newPath()
  const settings = settingsFor(workspace, path)
  const first = await aBot(workspace, settings)
  await slack.as(ana).share(direct, 'people.csv', file)
  const preview = () => slack.seenBy(ana, direct).find((seen) => slack.visibleText(seen).includes('[Import]'))
  await slack.until(preview, { what: 'a preview' })
  const isNotedDown = () =>
    countIn(path, `select count(*) from drafts where text like '%"shown":"preview"%'`) === 1
  await expect.poll(isNotedDown, { timeout: 10_000 }).toBe(true)
  first.kill()
  await first.ended
  await aBot(workspace, settings)
  await slack.idle()
  const shown = preview()
  if (shown === undefined) throw new Error('the preview is gone')
  await slack.as(ana).press(shown, 'Import')
  await slack.until(() => workspace.posts(direct).some((post) => post.includes('people.csv is in: 1 new.')), {
    timeoutMs: 20_000,
  })
})
