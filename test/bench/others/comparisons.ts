import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import SQLite from 'better-sqlite3'
import { quantile } from '../numbers/figures.js'
import type { Single } from '../numbers/result.js'
import { rareWord } from '../people/vocabulary.js'

/** What one would reach for instead: the rare word by `LIKE` over the table, and by a look through a spreadsheet's CSV. */
export const comparisons = async (path: string, people: number): Promise<Single[]> => {
  const side = `${(people * 10).toLocaleString('en')} notes`
  const file = new SQLite(path, { readonly: true })
  const folder = mkdtempSync(join(tmpdir(), 'personable-csv-'))
  try {
    const query = file.prepare(`select * from notes where text like '%' || ? || '%' limit 9`)
    const like = median(await timed(3, async () => void query.all(rareWord)))
    const csv = join(folder, 'notes.csv')
    const writing = createWriteStream(csv)
    for (const row of file.prepare('select person_id, happened_on, text from notes').iterate())
      writing.write(`${Object.values(Object(row)).join(',')}\n`)
    writing.end()
    await finished(writing)
    const scan = median(
      await timed(3, async () => {
        for await (const line of createInterface({ input: createReadStream(csv) }))
          if (line.includes(rareWord)) break
      }),
    )
    return [
      { what: 'a rare word by LIKE', side, value: like, unit: 'ms' },
      { what: 'a rare word in a CSV', side, value: scan, unit: 'ms' },
    ]
  } finally {
    file.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const median = (times: readonly number[]): number => quantile(times, 0.5)

const timed = async (times: number, work: () => Promise<void>): Promise<number[]> => {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const from = performance.now()
    await work()
    taken.push(performance.now() - from)
  }
  return taken
}
