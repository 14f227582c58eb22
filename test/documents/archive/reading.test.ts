import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BrokenArchive } from '../../../src/app/archive/archive.js'
import { checkArchive } from '../../../src/app/archive/take-in.js'
import { lineText, readLine } from '../../../src/documents/archive/line-text.js'
import { textLines } from '../../../src/documents/archive/text-lines.js'
import { archiveText, keptThings, rowsOf } from '../../support/kept-rows.js'
import { noteOf, personOf } from '../known.js'

async function* pieces(...texts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}
const linesOf = async (...texts: readonly (string | Uint8Array)[]): Promise<string[]> => {
  const lines: string[] = []
  for await (const { number, text } of textLines(pieces(...texts))) lines.push(`${number} ${text}`)
  return lines
}

/** What is wrong with an archive, and where; null when nothing is. */
const faultIn = async (
  text: string | Uint8Array,
): Promise<readonly [line: number, problem: string] | null> => {
  async function* lines() {
    for await (const { number, text: line } of textLines(pieces(text)))
      yield { number, line: readLine(line, number) }
  }
  try {
    await checkArchive(lines())
    return null
  } catch (error) {
    if (error instanceof BrokenArchive) return [error.line, error.message]
    throw error
  }
}

describe('the lines of a text', () => {
  it('end with a line feed alone, wherever it comes in two', async () => {
    expect(await linesOf('a\u2028b\rc', '\nd', '\n\ne')).toEqual(['1 a\u2028b\rc', '2 d', '3 ', '4 e'])
    const [first, second] = [Buffer.from('wö').subarray(0, 2), Buffer.from('wö').subarray(2)]
    expect(await linesOf('\ufeffx\n', first, second)).toEqual(['1 x', '2 wö'])
  })

  it('are UTF-8, and of a length that can be', async () => {
    await expect(linesOf('a\nb', Buffer.from([0xff, 0xfe]), '\n')).rejects.toMatchObject({ line: 2 })
    await expect(linesOf('a\n', 'x'.repeat(5_000_000))).rejects.toMatchObject({ line: 2 })
  })
})

const frank = personOf({ id: 'p1' })
const note = noteOf({ id: 'n1', personId: 'p1' })
const whole = archiveText([
  { kind: 'person', order: 1, it: frank },
  { kind: 'note', order: 2, it: note },
])
const [head = '', workspace = '', person = '', noted = '', end = ''] = whole.split('\n')
const archive = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

describe('an archive', () => {
  it('is taken as it was written, with the ends of lines and the mark that Windows puts in', async () => {
    expect(await faultIn(whole)).toBeNull()
    expect(await faultIn(`\ufeff${whole.replaceAll('\n', '\r\n')}`)).toBeNull()
    expect(await faultIn(whole.trimEnd())).toBeNull()
  })

  it.each([
    ['', 1, 'cut short'],
    [archive(head, workspace, person), 4, 'cut short'],
    [archive(head, workspace, person, end), 4, 'Lines are missing: 1 of note'],
    [archive(head, workspace, person, noted, end, noted), 6, 'behind the last line'],
    [archive(workspace, person, noted, end), 1, 'names the format'],
    [archive(head, head), 2, 'names the format'],
    [archive(head, person), 2, 'names the workspace'],
    [archive(head, workspace, workspace), 3, 'there twice'],
    [archive(head, workspace, person, person), 4, 'out of order, or is there twice'],
    [archive(head, workspace, noted), 3, 'not in the export: p1'],
    [archive(head, workspace, person, noted, person), 5, 'out of order'],
    [archive(head.replace('"version":1', '"version":2')), 1, 'version 2 of the format'],
    [archive(head.replace('"version":1', '"version":"x"')), 1, 'unknown version'],
    [archive(head.replace('personable-archive', 'other')), 1, 'personable-archive'],
    [archive(head, workspace, '{"type":"lead"}'), 3, '“type”'],
    [archive(head, workspace, 'Name,Email'), 3, 'no JSON'],
    [archive(head, workspace, '[]'), 3, 'no JSON object'],
    [archive(head, workspace, ''), 3, 'no JSON'],
    [archive(head, workspace, person.replace('"ownerId":"UANA",', '')), 3, '“ownerId”'],
    [archive(head, workspace, person.replace('2026-11-21"', '2026-02-30"')), 3, '“introducedOn”'],
    [archive(head, workspace, person.replace('channel:C1', 'everybody')), 3, '“home”'],
    [archive(head, workspace, person.replace('"order":1', '"order":-1')), 3, '“order”'],
    [archive(head, workspace, person.replace('"order":1', '"order":1,"score":7')), 3, '“score”'],
    [archive(head, workspace, person.replace('"every":3', '"every":"x"')), 3, '“rhythm”'],
  ])('%# is refused with the number of the line', async (text, line, problem) => {
    const fault = await faultIn(text)
    expect(fault?.[0]).toBe(line)
    expect(fault?.[1]).toContain(problem)
  })

  it('says what is wrong without repeating what people told', async () => {
    const secret = noted.replace('likes jazz', 'a secret').replace('"kind":"note"', '"kind":"a secret"')
    expect((await faultIn(archive(head, workspace, person, secret)))?.[1]).not.toContain('secret')
    expect((await faultIn(archive(head, workspace, 'a secret')))?.[1]).not.toContain('secret')
  })

  it('of anything is read as it was written', () =>
    fc.assert(
      fc.asyncProperty(keptThings, async (things) => {
        const rows = rowsOf(things)
        expect(await faultIn(archiveText(rows))).toBeNull()
        for (const row of rows) expect(readLine(lineText({ is: 'row', row }), 1)).toEqual({ is: 'row', row })
      }),
      { numRuns: 50 },
    ))
})
