import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadMindedWords } from '../../src/content/minded-words.js'
import { spokenOf } from '../../src/domain/minded.js'
import { busyMs } from '../support/busy.js'

const lines = loadMindedWords()
const spoken = (text: string) => spokenOf(text, lines)

/** What is said, and how that speaks of people. */
const minded: readonly (readonly [said: string, as: string])[] = [
  ['We got 40 leads from the webinar', 'leads'],
  ['Chase the leads before Friday please', 'leads'],
  ['Who is chasing all the old leads?', 'leads'],
  ['I worked 20 leads today', 'leads'],
  ['more leads, more money', 'leads'],
  ['We need MORE LEADS', 'LEADS'],
  ['Fresh leads are in the sheet', 'leads'],
  ['Our leads never pick up', 'leads'],
  ['these leads are useless', 'leads'],
  ['Half of our leads ghosted us', 'leads'],
  ['Anna is a hot lead', 'lead'],
  ['that lead went cold', 'lead'],
  ['The leads are junk', 'leads'],
  ['I bought a list of leads yesterday', 'leads'],
  ['we have to nurture the leads better', 'leads'],
  ['qualifying leads all day', 'leads'],
  ['The leads from the autumn fair look good', 'leads'],
  ['Here are 12 leads to call', 'leads'],
  ['Split the new leads between you', 'leads'],
  ['Dozens of leads, and nobody calls', 'leads'],
  ['convert those leads by Monday', 'leads'],
  ['Time to call these prospects', 'prospects'],
  ['emailed every prospect on Tuesday', 'prospect'],
  ['Ten cold prospects for you', 'prospects'],
  ['our prospects said no', 'prospects'],
  ['A prospect asked for a discount', 'prospect'],
  ['the prospect went dark', 'prospect'],
  ['going after all our prospects at once', 'prospects'],
  ['new targets to call tomorrow', 'targets'],
  ['Pitch all the targets by noon', 'targets'],
  ['Our target accounts for December', 'target accounts'],
  ['I have 300 accounts to blast', 'accounts'],
  ['we are blasting all the dormant accounts tonight', 'accounts'],
  ['hit those accounts again', 'accounts'],
  ["let's blast the whole list", 'list'],
  ['hammer the contacts until they answer', 'contacts'],
  ['50 contacts to burn through', 'contacts'],
  ['Marketing sent us more MQLs', 'MQLs'],
]

const innocent: readonly string[] = [
  'This leads to trouble',
  'She leads the team in Leeds',
  'Who will lead this?',
  'Ana took the lead',
  'We are in the lead',
  'Talking more leads to more trust',
  'Step 2 leads to an error',
  'In Q3 leads the US team',
  'lead-free solder only',
  'The roof has lead paint',
  'red and black leads for the multimeter',
  'I ordered new leads for the dog',
  'The team leads meet at nine',
  'Our tech leads decide that',
  'We hired two leads last week',
  'Check with our leads first',
  'The sales leads are in Berlin this week',
  'we have a new lead designer',
  'Our lead time is six weeks',
  'our leads meeting moved to Tuesday',
  'The Google Ads target CPA went up',
  'set a target ROAS of 300%',
  'Please map it to Target Accounts in the report',
  'I exported New Leads from the old system',
  'We hit our targets!',
  'sales targets to hit before Christmas',
  'Our call targets are too high',
  'a target date for the launch',
  'We bought chairs at Target',
  'Career prospects are good there',
  'the prospects for growth in Q1',
  'Our prospects look bright',
  'We met in Prospect Park',
  'no prospect of an answer',
  'a good prospect of success',
  'My bank account is empty',
  'Please reset these accounts',
  'Close the test accounts after the demo',
  "don't blast the list, people hate that",
  'We should stop blasting our contacts',
  'Don’t blast the list, please',
  'the hit list of the nineties',
  'open leads.csv and fix line 3',
  'see https://example.com/leads for that',
  'the leads_table has no index',
  'Leads',
  'The word leads bothers me',
  'Frank leads by example',
  'an account of what happened',
  'On account of the weather',
  'The contact at Acme is Dana',
  'What does our mailing list say?',
  '',
]

describe('words that speak of people as if they were stock', () => {
  it.each(minded)('hears it in “%s”', (said, as) => {
    expect(spoken(said)).toBe(as)
  })

  it.each(innocent)('hears nothing in “%s”', (said) => {
    expect(spoken(said)).toBeNull()
  })

  it('takes what is very long for something pasted', () => {
    expect(spoken(`Chase the leads. ${'And so on. '.repeat(200)}`)).toBeNull()
  })

  it('is quick with whatever is typed', async () => {
    const odd = [
      'the '.repeat(370),
      'leads '.repeat(240),
      '1'.repeat(1_500),
      'all of the '.repeat(130),
      ' '.repeat(1_500),
    ]
    expect(await busyMs(() => odd.map((text) => spoken(text)))).toBeLessThan(2_000)
  })
})

describe('the list of minded words, changed by hand', () => {
  const written = (text: string): URL => {
    const folder = mkdtempSync(join(tmpdir(), 'minded-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'minded-words.txt')
    writeFileSync(path, text)
    return pathToFileURL(path)
  }

  it('holds what somebody adds to it', () => {
    const own = loadMindedWords(written('// ours\n\nnot: fishing whale\n(land|hook) a {whale|big fish}\n'))
    expect(spokenOf('We landed a Big Fish', own)).toBeNull()
    expect(spokenOf('We landed a big fish', own)).toBe('big fish')
    expect(spokenOf('hooked a whale', own)).toBe('whale')
    expect(spokenOf('landed a fishing whale', own)).toBeNull()
  })

  it('says which line cannot be read, and why', () => {
    expect(() => loadMindedWords(written('chase {leads}\nchase leads'))).toThrow(
      /minded-words\.txt: line 2 \("chase leads"\): has to say once, in braces, what is spoken of\.$/,
    )
    expect(() => loadMindedWords(written('not: {lead} time'))).toThrow(/line 1 .*needs no braces/)
    expect(() => loadMindedWords(written('chase (the|{leads}'))).toThrow(/line 1 .*cannot be read/)
    expect(() => loadMindedWords(pathToFileURL('/nowhere/minded-words.txt'))).toThrow(/cannot be read/)
  })
})
