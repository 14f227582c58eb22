import type { Mark, Marks } from '../app/ports.js'
import type { Bound } from './bound.js'
import { markCodec } from './codec.js'

export class MarkStore implements Marks {
  readonly #bound: Bound
  constructor(bound: Bound) {
    this.#bound = bound
  }

  async get(id: string): Promise<Mark | null> {
    const row = await this.#bound.marks().selectAll('e').where('e.id', '=', id).executeTakeFirst()
    return row === undefined ? null : markCodec.decode(row)
  }

  async on(channelId: string, messageTs: string): Promise<readonly Mark[]> {
    const rows = await this.#bound
      .marks()
      .selectAll('e')
      .where('e.channel_id', '=', channelId)
      .where('e.message_ts', '=', messageTs)
      .orderBy('e.act_seq')
      .orderBy('e.id')
      .execute()
    return rows.map(markCodec.decode)
  }
}
