import type { Told, ToldAt, ToldOf } from '../../app/ports/forgetting.js'
import type { Instant } from '../../domain/local-time.js'
import type { Aliases } from '../../domain/mentions.js'
import { addressKey, fold } from '../../domain/names.js'
import type { Books } from '../books.js'
import { count } from '../codec.js'
import { keyOf } from '../derived.js'
import type { Dialect } from '../dialect.js'
import type { Db } from '../tables.js'
import { isOver } from '../waits-until.js'
import { claim, keepUnclaimed } from './unclaimed.js'

/** Notes down that every answer which told of these people has to be taken away. */
export const retractTold = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  { ids, aliases }: { readonly ids: readonly string[]; readonly aliases: Aliases },
): Promise<void> => {
  const told = await db
    .selectFrom('told')
    .select(['workspace_id', 'kind', 'channel_id', 'ref'])
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where(dialect.oneOf('person_id', ids))
    .execute()
  const claimed = await claim(db, workspaceId, aliases)
  const messages = claimed.map(({ channelId, ref }) => ({
    workspace_id: workspaceId,
    kind: 'message' as const,
    channel_id: channelId,
    ref,
  }))
  for (const at of [...told, ...messages]) {
    await db
      .insertInto('retractions')
      .values({ ...at, not_before: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db
      .deleteFrom('told')
      .where('workspace_id', '=', workspaceId)
      .where('kind', '=', at.kind)
      .where('channel_id', '=', at.channel_id)
      .where('ref', '=', at.ref)
      .execute()
    if (at.kind === 'message')
      await db
        .deleteFrom('unclaimed')
        .where('workspace_id', '=', workspaceId)
        .where('channel_id', '=', at.channel_id)
        .where('ref', '=', at.ref)
        .execute()
  }
}

/** Names of more words are known by these too: the runs are tried from each word on. */
const longestRun = 6
/** As many as many notes have; of what is longer the beginning is looked at. */
const mostWords = 20_000

export class ToldStore implements Told {
  readonly #books: Books
  readonly #db: Db
  readonly #workspaceId: string
  constructor(db: Db, books: Books, workspaceId: string) {
    this.#db = db
    this.#books = books
    this.#workspaceId = workspaceId
  }

  async whom(text: string): Promise<ToldOf> {
    const runs = runsOf(text)
    const words = runs.filter((run) => !run.includes(' '))
    const whole = await this.#called(runs, ['full', 'address'])
    return { words, personIds: whole.length > 0 ? whole : await this.#called(words, ['given', 'family']) }
  }

  async record(at: ToldAt, { personIds, words }: ToldOf): Promise<void> {
    const { kind, channelId, ref } = at
    const post = this.#books.posts().select('id').where('channel_id', '=', channelId)
    if ((await post.where('message_ts', '=', ref).executeTakeFirst()) !== undefined) return
    // Beside those who are known it may name others, who are introduced later: a preview of an import does.
    if (words.length > 0) await keepUnclaimed(this.#db, this.#workspaceId, at, words)
    if ((await this.#known(personIds)).length < personIds.length) return this.#retract(at)
    for (const personId of personIds)
      await this.#books
        .add('told', { kind, channel_id: channelId, ref, person_id: personId })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }

  toTakeAway(at: ToldAt): Promise<void> {
    return this.#retract(at)
  }

  async retractions(now: Instant, limit: number): Promise<readonly ToldAt[]> {
    const rows = await this.#books
      .retractions()
      .selectAll()
      .where(isOver('not_before', now))
      .orderBy('channel_id')
      .orderBy('ref')
      .limit(limit)
      .execute()
    return rows.map(({ kind, channel_id: channelId, ref }) => ({ kind, channelId, ref }))
  }

  async retracted({ kind, channelId, ref }: ToldAt): Promise<void> {
    const at = this.#books.removeRetractions().where('kind', '=', kind).where('channel_id', '=', channelId)
    await at.where('ref', '=', ref).execute()
  }

  async later({ kind, channelId, ref }: ToldAt, notBefore: Instant): Promise<void> {
    const at = this.#books.changeRetractions().where('kind', '=', kind).where('channel_id', '=', channelId)
    await at.set({ not_before: notBefore }).where('ref', '=', ref).execute()
  }

  async outstanding(): Promise<number> {
    const answers = this.#books.retractions().select((eb) => eb.fn.countAll().as('n'))
    const posts = this.#books
      .posts()
      .select((eb) => eb.fn.countAll().as('n'))
      .where('names_forgotten', '=', 1)
      .where('state', '<>', 'planned')
    const [told, posted] = [await answers.executeTakeFirst(), await posts.executeTakeFirst()]
    return count(told?.n) + count(posted?.n)
  }

  async #retract({ kind, channelId, ref }: ToldAt): Promise<void> {
    await this.#books
      .add('retractions', { kind, channel_id: channelId, ref, not_before: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  async #known(ids: readonly string[]): Promise<readonly string[]> {
    const rows = this.#books.keys().select('person_id').distinct()
    return (await rows.where(this.#books.dialect.oneOf('person_id', ids)).execute()).map(
      (row) => row.person_id,
    )
  }

  async #called(runs: readonly string[], kinds: readonly ('full' | 'address' | 'given' | 'family')[]) {
    const rows = await this.#books
      .keys()
      .select('person_id')
      .distinct()
      .where(this.#books.dialect.oneOf('key', [...new Set(runs.map(keyOf))]))
      .where('kind', 'in', kinds)
      .execute()
    return rows.map((row) => row.person_id)
  }
}

/** Every run of a few words, as the key of a name or an address would be written. */
const runsOf = (text: string): string[] => {
  const words = fold(text.replace(/[*`_~<>|"]/g, ' '))
    .split(' ')
    .slice(0, mostWords)
  const runs = new Set<string>()
  for (let from = 0; from < words.length; from++)
    for (let size = 1; size <= longestRun && from + size <= words.length; size++) {
      const run = words.slice(from, from + size).join(' ')
      const bare = run.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
      runs.add(run).add(bare).add(bare.replace(/'s$/u, ''))
      if (size === 1) runs.add(addressKey(bare))
    }
  return [...runs].filter((run) => run !== '')
}
