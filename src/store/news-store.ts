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
    const open = this.#bound.news().selectAll('e').where('p.open_news', '=', 1).where(isOpenNews)
    const rows = await open.orderBy('e.act_seq', 'desc').orderBy('e.id', 'desc').limit(limit).execute()
    return rows.map(newsCodec.decode)
  }
}
