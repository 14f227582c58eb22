import { describe, expect, test } from 'vitest'
import { tieKinds, tiePhrases } from '../../../src/domain/tie.js'
import { readTie } from '../../../src/slack/command/tie-details.js'
import { whoCandidates } from '../../../src/slack/command/who.js'
import { unescapeSlack } from '../../../src/slack/command/words.js'

const tie = (typed: string) => readTie(unescapeSlack(` ${typed}`))

describe('how one person stands to another', () => {
  test.each(
    tieKinds.flatMap((kind) => [kind, tiePhrases[kind], kind.toUpperCase()].map((said) => [said, kind])),
  )('%s Susan Mayer: %s', (said, relation) => {
    expect(tie(`${said} Susan Mayer`)).toEqual({ kind: 'tie', relation, who: 'Susan Mayer' })
    expect(readTie(`: ${said} Susan Mayer`)).toEqual({ kind: 'tie', relation, who: 'Susan Mayer' })
  })

  test.each([
    ['Reports  To susan', 'reports to', 'susan'],
    ['is reporting to susan', 'reports to', 'susan'],
    ['also reports to susan', 'reports to', 'susan'],
    ['boss is susan', 'reports to', 'susan'],
    ['reports to: susan', 'reports to', 'susan'],
    ['introduced by susan', 'introduced by', 'susan'],
    ['has been introduced to us by susan', 'introduced by', 'susan'],
    ['was referred by susan', 'introduced by', 'susan'],
    ['is the husband of susan', 'married to', 'susan'],
    ['wife of susan', 'married to', 'susan'],
    ['is listening to susan', 'listens to', 'susan'],
    ['is a colleague of susan', 'works with', 'susan'],
    ['works together with susan', 'works with', 'susan'],
    ['is a good friend of susan', 'friends with', 'susan'],
    ['is related to To Anh', 'related to', 'To Anh'],
    ['listens to 田中', 'listens to', '田中'],
    ['reports to susan@acme.example', 'reports to', 'susan@acme.example'],
  ])('%s', (typed, relation, who) => {
    expect(tie(typed)).toEqual({ kind: 'tie', relation, who })
  })

  test('the other one may be mentioned', () => {
    const read = tie('reports to <@U1|susan>.')
    if (read.kind === 'refusal') throw new Error('refused')
    expect(whoCandidates(read.who)[0]).toMatchObject({ kind: 'mention', key: 'U1' })
  })

  test.each([
    ['', 'no-tie'],
    ['susan', 'no-tie'],
    ['and susan', 'no-tie'],
    ['boss susan', 'no-tie'],
    ['partner of susan', 'no-tie'],
    ['brother of susan', 'no-tie'],
    ['reports tomorrow', 'no-tie'],
    ['married tom', 'no-tie'],
    ['listens tomas', 'no-tie'],
    ['constructor susan', 'no-tie'],
    ['reports to', 'no-other'],
    ['is friends with :', 'no-other'],
    ['reports to …', 'no-other'],
  ])('"%s" is refused: %s', (typed, reason) => {
    expect(tie(typed)).toMatchObject({ kind: 'refusal', reason, text: typed })
  })

  test.each([
    ['introduced Susan Mayer', 'introduced by', 'Susan Mayer'],
    ['introduced us to susan', 'introduced by', 'susan'],
    ['is the boss of susan', 'reports to', 'susan'],
    ['manages susan', 'reports to', 'susan'],
    ['has the ear of susan', 'listens to', 'susan'],
  ])('%s is turned about', (typed, relation, who) => {
    expect(tie(typed)).toMatchObject({ reason: 'no-tie', turned: { relation, who } })
  })
  test('there is nothing to turn about without a name', () => {
    expect(tie('introduced')).toMatchObject({ reason: 'no-tie', turned: null })
  })
})
