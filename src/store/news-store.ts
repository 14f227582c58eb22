import { sql } from 'kysely'
import type { NewsStore as NewsPort } from '../app/ports.js'
import type { News } from '../domain/news.js'
import type { Bound } from './bound.js'
import { newsCodec } from './codec.js'
import { isOpenNews } from './derived.js'

export class NewsStore implements NewsPort {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<News | null> {
    const row = await this.#bound.news().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : newsCodec.decode(row)
  }

  async of(personId: string): Promise<readonly News[]> {
    const query = this.#bound.news().selectAll('e').where('e.person_id', '=', personId)
    return (await query.orderBy('e.act_seq').orderBy('e.id').execute()).map(newsCodec.decode)
  }

  async recent(limit: number): Promise<readonly News[]> {
    const people = await withNewsQuery(this.#bound).execute()
    const ids = people.map(({ id }) => id)
    return (await recentNewsQuery(this.#bound, ids, limit).execute()).map(newsCodec.decode)
  }
}

/** More people than these have news at once after an import alone; it is not all read then. */
const mostWithNews = 500

/** First the people with open news, who are few, then the news of them: old news is never walked through. */
export const withNewsQuery = (bound: Bound) =>
  bound
    .people()
    .select('p.id')
    // Written as a parameter it would not be seen to fit the partial index.
    .where(sql<boolean>`p.open_news = 1`)
    .limit(mostWithNews)

export const recentNewsQuery = (bound: Bound, ids: readonly string[], limit: number) =>
  bound
    .news()
    .selectAll('e')
    .where(bound.dialect.oneOf('e.person_id', ids))
    .where(isOpenNews)
    // By the bare column SQLite would walk all news in that order.
    .orderBy(sql`e.act_seq + 0`, 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
