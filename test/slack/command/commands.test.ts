import { describe, expect, test } from 'vitest'
import { read, today } from './reading.js'

/** Each line: what is typed on Tuesday 24 November 2026 | who is meant | what is read. `-` is nobody. */
const show = (text: string, known?: string[]): string => {
  const { who, details } = read(text, known)
  if (details === null) return `${who ?? '-'} | nobody fits`
  const { kind, ...rest } = details
  const parts = Object.entries(rest)
    .filter(([key, value]) => value !== null && value !== false && !(key === 'text' && kind === 'refusal'))
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return [who ?? '-', [kind, ...parts].join('; ')].join(' | ')
}

const tables: Record<string, readonly (readonly [string, string])[]> = {
  'bare and simple commands': [
    ['', '- | hello'],
    ['   ', '- | hello'],
    ['hello', '- | hello'],
    ['due', '- | due'],
    ['Undo.', '- | undo'],
    ['help', '- | help; word='],
    ['help Note', '- | help; verb=note; word=Note'],
    ['help nonsense', '- | help; word=nonsense'],
    ['/person due', '- | due'],
    ['find concert', '- | find; text=concert'],
    ['find “Ohio State”', '- | find; text=Ohio State'],
    ['find', '- | refusal; reason=no-text'],
  ],
  show: [
    ['frank', 'frank | show; rest='],
    ['show frank', 'frank | show; rest='],
    ['SHOW FRÀNK', 'FRÀNK | show; rest='],
    ['frank ortiz', 'frank ortiz | show; rest='],
    ['frank?', 'frank | show; rest='],
    ['"Frank Ortiz"', 'Frank Ortiz | show; rest='],
    ['fo', 'fo | show; rest='],
    ['fo is a good man', '- | nobody fits'],
    ['frank likes the sea', 'frank | show; rest=likes the sea'],
    ['frank: likes the sea', 'frank | show; rest=likes the sea'],
    ['susan', '- | nobody fits'],
    ["frank's team", '- | nobody fits'],
    ['edit frank', 'frank | edit'],
  ],
  'note and heard': [
    [
      "note frank proud of his team's safety record #feeling",
      "frank | note; text=proud of his team's safety record #feeling",
    ],
    ['note frank: proud', 'frank | note; text=proud'],
    ['note frank - proud', 'frank | note; text=proud'],
    ['note Frank Ortiz, proud', 'Frank Ortiz | note; text=proud'],
    ['note frank. Proud', 'frank | note; text=Proud'],
    ['note frank :tada: won the race', 'frank | note; text=:tada: won the race'],
    ['note frank -5 degrees in his hall', 'frank | note; text=-5 degrees in his hall'],
    ['note frank: "proud" and "tired"', 'frank | note; text="proud" and "tired"'],
    ['note frank two  spaces\nand a line', 'frank | note; text=two  spaces\nand a line'],
    ['note frank', 'frank | refusal; reason=no-text'],
    ['note frank:', 'frank | refusal; reason=no-text'],
    ['note <@UFRANK|frank> proud', '- | nobody fits'],
    ['heard frank my daughter starts at Ohio State', 'frank | heard; text=my daughter starts at Ohio State'],
    [
      'heard frank: “my daughter starts at Ohio State”',
      'frank | heard; text=my daughter starts at Ohio State',
    ],
    ["heard frank 'I don't know'", "frank | heard; text=I don't know"],
    ['heard frank "yes" and "no"', 'frank | heard; text="yes" and "no"'],
    ['heard frank "unbalanced', 'frank | heard; text="unbalanced'],
    ['heard frank ""', 'frank | heard; text=""'],
  ],
  'contacts and their day': [
    ['met frank', 'frank | met; on=2026-11-24; text='],
    ['met frank: walked the plant', 'frank | met; on=2026-11-24; text=walked the plant'],
    ['met frank yesterday: walked the plant', 'frank | met; on=2026-11-23; text=walked the plant'],
    [
      'met Frank Ortiz 60 days ago: walked the plant',
      'Frank Ortiz | met; on=2026-09-25; text=walked the plant',
    ],
    ['met frank 60 days ago walked the plant', 'frank | met; on=2026-09-25; text=walked the plant'],
    ['met frank 2 weeks ago', 'frank | met; on=2026-11-10; text='],
    ['met frank a month ago, over lunch', 'frank | met; on=2026-10-24; text=over lunch'],
    ['called frank last friday, about the lease', 'frank | called; on=2026-11-20; text=about the lease'],
    ['called frank friday: the lease', 'frank | called; on=2026-11-20; text=the lease'],
    ['called frank tuesday: the lease', 'frank | called; on=2026-11-24; text=the lease'],
    ['called frank last tues: the lease', 'frank | called; on=2026-11-17; text=the lease'],
    ['called frank friday about the lease', 'frank | called; on=2026-11-24; text=friday about the lease'],
    ['called frank today he said yes', 'frank | called; on=2026-11-24; text=he said yes'],
    ["called frank today's numbers", "frank | called; on=2026-11-24; text=today's numbers"],
    ['emailed frank on 3 march: the drawings', 'frank | emailed; on=2026-03-03; text=the drawings'],
    ['emailed frank March 3rd, 2025: the drawings', 'frank | emailed; on=2025-03-03; text=the drawings'],
    ['emailed frank march 3, 2025 in Berlin', 'frank | emailed; on=2026-11-24; text=march 3, 2025 in Berlin'],
    ['emailed frank 24 dec: the drawings', 'frank | emailed; on=2025-12-24; text=the drawings'],
    ['emailed frank on the 30th: the drawings', 'frank | emailed; on=2026-10-30; text=the drawings'],
    ['messaged frank 2026-03-01 walked', 'frank | messaged; on=2026-03-01; text=walked'],
    ['messaged frank in 2026-03-01', 'frank | messaged; on=2026-03-01; text='],
    ['met frank on 29 february: x', 'frank | met; on=2024-02-29; text=x'],
    ['met frank may the plant be well', 'frank | met; on=2026-11-24; text=may the plant be well'],
    ['met frank may: the plant', 'frank | met; on=2026-11-24; text=may: the plant'],
    ['met frank may 3: the plant', 'frank | met; on=2026-05-03; text=the plant'],
    ['met frank in may: the plant', 'frank | met; on=2026-11-24; text=in may: the plant'],
    ['met frank sat with him', 'frank | met; on=2026-11-24; text=sat with him'],
    ['met frank sat: at the sea', 'frank | met; on=2026-11-21; text=at the sea'],
    ['met frank: yesterday', 'frank | met; on=2026-11-23; text='],
    [
      'met frank: yesterday, he said, was hard',
      'frank | met; on=2026-11-24; text=yesterday, he said, was hard',
    ],
    ['met frank, yesterday: walked', 'frank | met; on=2026-11-23; text=walked'],
    ['met frank friday at 3pm: walked', 'frank | met; on=2026-11-20; text=at 3pm: walked'],
    ['met frank the day before yesterday at 5pm: walked', 'frank | met; on=2026-11-22; text=at 5pm: walked'],
    ['met frank friday\nwalked the plant', 'frank | met; on=2026-11-20; text=walked the plant'],
    ['met frank this morning: walked', 'frank | met; on=2026-11-24; text=walked'],
    ['met frank the day before yesterday: walked', 'frank | met; on=2026-11-22; text=walked'],
    ['met frank last week: walked', 'frank | met; on=2026-11-24; text=last week: walked'],
    ['met frank friday last week - walked', 'frank | met; on=2026-11-20; text=walked'],
    ['met frank 25/3: walked', 'frank | met; on=2026-03-25; text=walked'],
    ['met frank 3/3: walked', 'frank | met; on=2026-03-03; text=walked'],
    ['met frank 3.12.2025: walked', 'frank | met; on=2025-12-03; text=walked'],
    [
      'met frank 12/3: walked',
      'frank | refusal; reason=ambiguous-date; typed=12/3; options=["2026-03-12","2025-12-03"]; tails=["2026-03-12: walked","2025-12-03: walked"]',
    ],
    ['met frank 12/3/2026: walked', 'frank | met; on=2026-03-12; text=walked'],
    ['met frank tomorrow: walked', 'frank | refusal; reason=future-date; on=2026-11-25'],
    ['met frank in 3 days: walked', 'frank | refusal; reason=future-date; on=2026-11-27'],
    ['met frank 2027-03-01: walked', 'frank | refusal; reason=future-date; on=2027-03-01'],
    ['met frank this friday: walked', 'frank | refusal; reason=future-date; on=2026-11-27'],
    ['met frank 31 february: walked', 'frank | refusal; reason=impossible-date; typed=31 february'],
    ['met frank 2026-02-30 walked', 'frank | refusal; reason=impossible-date; typed=2026-02-30'],
    ['met frank 29 feb 2027: walked', 'frank | refusal; reason=impossible-date; typed=29 feb 2027'],
    [
      'met frank 99999999 days ago: walked',
      'frank | refusal; reason=impossible-date; typed=99999999 days ago',
    ],
    [
      'met frank on wednesday 3 march 2026: x',
      'frank | refusal; reason=impossible-date; typed=wednesday 3 march 2026',
    ],
  ],
  roles: [
    ['role frank VP operations at Globex', 'frank | role; title=VP operations; company=Globex'],
    [
      'role frank VP operations at Globex since 1 nov',
      'frank | role; title=VP operations; company=Globex; sinceOn=2026-11-01',
    ],
    ['role frank: plant manager', 'frank | role; title=plant manager'],
    ['role frank at Globex', 'frank | role; title=; company=Globex'],
    [
      'role frank head of sales at large at Globex',
      'frank | role; title=head of sales at large; company=Globex',
    ],
    [
      'role frank also board member at Initech',
      'frank | role; also=true; title=board member; company=Initech',
    ],
    ['role frank also: chair since last monday', 'frank | role; also=true; title=chair; sinceOn=2026-11-23'],
    ['role frank CFO at Acme, since 1 nov', 'frank | role; title=CFO; company=Acme; sinceOn=2026-11-01'],
    ['role frank baker at Since', 'frank | role; title=baker; company=Since'],
    ['role frank baker at Bread since always', 'frank | role; title=baker; company=Bread since always'],
    ['role frank CFO at Acme since november', 'frank | refusal; reason=no-day; typed=november'],
    ['role frank CFO at Acme since 2024', 'frank | refusal; reason=no-day; typed=2024'],
    ['role frank CFO at Acme since 31 nov', 'frank | refusal; reason=impossible-date; typed=31 nov'],
    ['role frank CFO at Acme since tomorrow', 'frank | refusal; reason=future-date; on=2026-11-25'],
    [
      'role frank CFO at Acme since 2/3',
      'frank | refusal; reason=ambiguous-date; typed=2/3; options=["2026-03-02","2026-02-03"]; tails=["CFO at Acme since 2026-03-02","CFO at Acme since 2026-02-03"]',
    ],
    ['role frank', 'frank | refusal; reason=no-role'],
    ['role frank also', 'frank | refusal; reason=no-role'],
    ['role frank since 1 nov', 'frank | refusal; reason=no-role'],
    ['left frank', 'frank | left'],
    ['left frank yesterday', 'frank | left; on=2026-11-23'],
    ['left frank: Acme Lighting', 'frank | left; company=Acme Lighting'],
    ['left frank at Acme on 1 nov', 'frank | left; on=2026-11-01; company=Acme'],
    ['left frank yesterday from Acme', 'frank | left; on=2026-11-23; company=Acme'],
    ['left frank for Globex', 'frank | refusal; reason=left-for; company=Globex'],
    ['left frank in november', 'frank | refusal; reason=no-day; typed=november'],
    ['left frank tomorrow', 'frank | refusal; reason=future-date; on=2026-11-25'],
  ],
  'homes and hands': [
    ['home frank <#C1|sales>', 'frank | home; channelId=C1'],
    ['home frank to <#C1|>', 'frank | home; channelId=C1'],
    ['home frank here', 'frank | home; here=true'],
    ['home frank #sales', 'frank | refusal; reason=no-channel'],
    ['home frank', 'frank | refusal; reason=no-channel'],
    ['home frank <#C1|sales> and <#C2|board>', 'frank | refusal; reason=no-channel'],
    ['hand frank to <@UANA|ana>', 'frank | hand; toUserId=UANA'],
    ['hand frank <@UANA>', 'frank | hand; toUserId=UANA'],
    ['hand frank to <@UANA> and <@UBEN>', 'frank | refusal; reason=no-teammate'],
    ['hand frank over to me', 'frank | hand'],
    ['hand frank to @ana', 'frank | refusal; reason=no-teammate'],
    ['hand frank to &lt;@UANA&gt;', 'frank | refusal; reason=no-teammate'],
    ['hand frank', 'frank | refusal; reason=no-teammate'],
  ],
}

for (const [about, lines] of Object.entries(tables))
  describe(`on ${today}, ${about}`, () => {
    test.each(lines)('%s', (text, meaning) => {
      expect(show(text)).toBe(meaning)
    })
  })

describe('who is meant, when several could be', () => {
  test.each([
    ['met frank may: lunch', ['Frank Ortiz', 'Frank May'], 'frank may | met; on=2026-11-24; text=lunch'],
    ['met frank may 3: lunch', ['Frank May'], 'frank may | met; on=2026-11-24; text=3: lunch'],
    ['note ann marie cole sings', ['Ann', 'Ann Marie Cole'], 'ann marie cole | note; text=sings'],
    ['note Sam Hill Jr. sings', ['Sam Hill Jr.'], 'Sam Hill Jr. | note; text=sings'],
    ['note sam. Sings', ['Sam Hill'], 'sam | note; text=Sings'],
    ['note van der berg sings', ['Anna van der Berg'], 'van der berg | note; text=sings'],
    ['show ask', ['Ask Jensen'], 'ask | show; rest='],
    ['show note', ['Note Berg'], 'note | show; rest='],
    [
      'met frank@acme.example yesterday',
      ['frank@acme.example'],
      'frank@acme.example | met; on=2026-11-23; text=',
    ],
    [
      'note <mailto:Frank@Acme.example|Frank@Acme.example>: hi',
      ['frank@acme.example'],
      'Frank@Acme.example | note; text=hi',
    ],
    ['note <@UFRANK|frank o>: hi <@UANA>', ['UFRANK'], '@frank o | note; text=hi <@UANA>'],
    ['met <@UFRANK> yesterday', ['UFRANK'], '<@UFRANK> | met; on=2026-11-23; text='],
    ['note 田中: 元気', ['田中 太郎'], '田中 | note; text=元気'],
    ['note משה כהן: שלום', ['משה כהן'], 'משה כהן | note; text=שלום'],
  ])('%s', (text, known, meaning) => {
    expect(show(text, known)).toBe(meaning)
  })
})
