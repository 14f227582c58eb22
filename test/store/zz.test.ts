import { sql } from 'kysely'
import { it } from 'vitest'
import { channelHome } from '../../src/domain/audience.js'
import { Bound } from '../../src/store/bound.js'
import { connect } from '../../src/store/dialect.js'
import { namesakesQuery, sharingQuery } from '../../src/store/merge-store.js'
import { migrate } from '../../src/store/migrate.js'

it('time', async () => {
  const handle = connect('file::memory:', 1000)
  await migrate(handle, 1000)
  const N = 5000
  await sql`with recursive n(i) as (select 1 union all select i+1 from n where i < ${N})
   insert into people (workspace_id,id,name,home,written_by,introduced_at,introduced_on,owner_id,rhythm,offstage,addresses,act_seq,open_news)
   select 'W1','p'||i,'Name '||i,'channel:C1','U1','2026','2026','U'||(i%20),'"never"',0,'[]',1,0 from n`.execute(
    handle.db,
  )
  for (const [kind, expr] of [
    ['full', "'name '||i"],
    ['given', "'name'"],
    ['family', "''||i"],
    ['address', "'a'||i||'@x.example'"],
    ['initials', "'n'||(i%10)"],
  ] as const)
    await sql`with recursive n(i) as (select 1 union all select i+1 from n where i < ${N})
     insert into person_keys (workspace_id,key,kind,person_id,backwards) select 'W1',${sql.raw(expr)},${kind},'p'||i,'' from n`.execute(
      handle.db,
    )
  await sql`with recursive n(i) as (select 1 union all select i+1 from n where i < ${N})
   insert into roles (workspace_id,id,person_id,title,company,company_key,home,written_by,written_at,act_seq) select 'W1','r'||i,'p'||i,'t','c'||(i%100),'c'||(i%100),'channel:C1','U1','2026',1 from n`.execute(
    handle.db,
  )
  console.log('filled', Math.round(performance.now()))
  const bound = new Bound(handle.db, handle.dialect, {
    workspaceId: 'W1',
    audience: { userId: 'U1', homes: [channelHome('C1')], authoredHomes: [] },
  })
  for (const among of ['all', { ownerId: 'U1' }, { personId: 'p5' }] as const)
    for (const q of [
      () => sharingQuery(bound, 'slack', among, 40),
      () => sharingQuery(bound, 'address', among, 40),
      () => namesakesQuery(bound, among, 40),
    ]) {
      const t = performance.now()
      const r = await q().execute()
      console.log(JSON.stringify(among), r.length, Math.round(performance.now() - t))
    }
}, 100000)
