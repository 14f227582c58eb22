import type { WebClient } from '@slack/web-api'
import type { ChannelFacts, SlackUser } from '../../app/ports.js'
import type { Identity } from '../connection/identity.js'
import { troubleOf, unavailable } from '../slack-error.js'
import { channelFactsOf } from './channel-facts.js'
import { slackUserOf } from './slack-user.js'

/** Slack takes fewer than a thousand. */
const pageSize = 999
/** Of a larger workspace the rest is asked one by one: these methods may be called twenty times a minute. */
const mostPages = 5

/** The places that the bot is in, by id: `users.conversations`. Direct messages are not among them. */
export const placesOfBot = (client: WebClient, me: Identity): Promise<ReadonlyMap<string, ChannelFacts>> =>
  listed(async (cursor) => {
    const answer = await client.users.conversations({
      types: 'public_channel,private_channel,mpim',
      limit: pageSize,
      team_id: me.workspaceId,
      ...cursor,
    })
    const found = (answer.channels ?? []).flatMap((channel) =>
      // Slack leaves out that the bot is in them.
      channel.id === undefined
        ? []
        : [[channel.id, channelFactsOf(channel.id, { ...channel, is_member: true })] as const],
    )
    return { found, next: answer.response_metadata?.next_cursor }
  })

/** Everybody of the workspace, by id: `users.list`. People of other organisations are not among them. */
export const peopleOfWorkspace = (client: WebClient, me: Identity): Promise<ReadonlyMap<string, SlackUser>> =>
  listed(async (cursor) => {
    const answer = await client.users.list({ limit: pageSize, team_id: me.workspaceId, ...cursor })
    const found = (answer.members ?? []).flatMap((user) =>
      user.id === undefined ? [] : [[user.id, slackUserOf(user.id, user, me)] as const],
    )
    return { found, next: answer.response_metadata?.next_cursor }
  })

type Page<T> = { readonly found: readonly (readonly [string, T])[]; readonly next: string | undefined }

/** What Slack lists, as far as it does: where it refuses to, that is nothing. Rejects when it cannot be reached. */
const listed = async <T>(
  page: (cursor: { readonly cursor?: string }) => Promise<Page<T>>,
): Promise<ReadonlyMap<string, T>> => {
  const all = new Map<string, T>()
  let cursor: { readonly cursor?: string } = {}
  try {
    for (let pages = 0; pages < mostPages; pages++) {
      const { found, next } = await page(cursor)
      for (const [id, one] of found) all.set(id, one)
      if (next === undefined || next === '') break
      cursor = { cursor: next }
    }
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble.kind === 'uncertain') throw unavailable(trouble, error)
  }
  return all
}
