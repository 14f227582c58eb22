import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.js'
import { type PostgresServer, startPostgres } from '../support/postgres-server.js'
import { countingIds } from '../support/stores.js'

/** Who is let in how: the last line is for administrators alone, and nobody else is let in at all. */
const rules = `
hostssl all encrypted    127.0.0.1/32 trust
host    all withpassword 127.0.0.1/32 scram-sha-256
host    all postgres,reader,guest,outsider 127.0.0.1/32 trust
`

let server: PostgresServer
const asked = async (statement: string, database = 'postgres') => {
  const client = new pg.Client({ connectionString: `${server.url}${database}` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
beforeAll(async () => {
  server = await startPostgres()
  await writeFile(join(server.data, 'pg_hba.conf'), rules)
  await asked('select pg_reload_conf()')
  for (const role of ['encrypted', 'stranger', 'reader', 'guest', 'outsider'])
    await asked(`create role ${role} login`)
  await asked(`create role withpassword login password 'hush-hush'`)
  for (const name of ['personable', 'closed', 'known', 'odd']) await asked(`create database ${name}`)
  await asked('revoke connect on database closed from public')
  await (await openStore(`${server.url}known`, { newId: countingIds() })).close()
})
afterAll(() => server.drop())

const refusal = async (address: string): Promise<string> => {
  const opening = openStore(address, { newId: countingIds(), patienceMs: 300 })
  const error: unknown = await opening.then(
    async (store) => {
      await store.close()
      return null
    },
    (problem) => problem,
  )
  expect(error).toMatchObject({ name: 'OpenError' })
  return error instanceof Error ? error.message : ''
}
const as = (user: string, database = 'personable'): string =>
  `${server.url.replace('postgres@', `${user}@`)}${database}`

describe('who is let in', () => {
  it('a wrong password, and one that is missing, are told apart; neither is repeated', async () => {
    const wrong = await refusal(as('withpassword:hash-hash'))
    expect(wrong).toMatch(/refuses the user or the password.*DATABASE_URL/)
    expect(wrong).not.toContain('hash-hash')
    expect(await refusal(as('withpassword'))).toMatch(/asks for a password.*DATABASE_URL has none/)
  })

  it('a user whom the server does not know', async () => {
    await asked(`alter role guest rename to visitor`)
    expect(await refusal(as('guest'))).toMatch(/refuses the user or the password/)
    await asked(`alter role visitor rename to guest`)
  })

  it('encryption is demanded: how to ask for it is said', async () => {
    expect(await refusal(as('encrypted'))).toMatch(/not encrypted.*sslmode=verify-full.*sslrootcert/)
  })

  it('encryption is asked for, and the server has none', async () => {
    expect(await refusal(`${as('postgres')}?sslmode=verify-full`)).toMatch(
      /does not encrypt connections.*ssl = on.*DATABASE_URL/,
    )
  })

  it('a file of certificates that is not there', async () => {
    expect(await refusal(`${as('postgres')}?sslmode=verify-full&sslrootcert=/no/such/file.pem`)).toMatch(
      /sslrootcert.*is not there/,
    )
  })

  it('a machine that nobody knows', async () => {
    const message = await refusal('postgres://me:hush@personable.invalid:5432/bot')
    expect(message).toMatch(/personable\.invalid.*Put right the host in DATABASE_URL/)
    expect(message).not.toContain('hush')
  })

  it('a database that this user may not connect to', async () => {
    expect(await refusal(as('outsider', 'closed'))).toMatch(/may not connect.*Grant CONNECT/)
  })
})

describe('what may be done there', () => {
  it('no tables may be made', async () => {
    expect(await refusal(as('guest'))).toMatch(/may not make tables.*Grant CREATE on its schema/)
  })

  it('there is no schema to make them in', async () => {
    const address = `${as('postgres')}?options=${encodeURIComponent('-csearch_path=nowhere')}`
    expect(await refusal(address)).toMatch(/no schema.*search_path/)
  })

  it('the tables belong to somebody else, and may not be looked into', async () => {
    expect(await refusal(as('reader', 'known'))).toMatch(/may not read and write the tables.*who made them/)
  })

  it('the tables may be read, but not written: this shows at the start, and not at the first command', async () => {
    await asked('grant select on all tables in schema public to reader', 'known')
    expect(await refusal(as('reader', 'known'))).toMatch(/may not read and write the table .*SELECT, INSERT/)
    await asked('grant insert, update, delete on all tables in schema public to reader', 'known')
    await (await openStore(as('reader', 'known'), { newId: countingIds() })).close()
  })

  it('the tables may be written, but not changed, which a newer release has to', async () => {
    const last = `(select max(name) from personable_migrations)`
    await asked('grant select, insert, update, delete on all tables in schema public to reader', 'known')
    await asked(`delete from personable_migrations where name = ${last}`, 'known')
    expect(await refusal(as('reader', 'known'))).toMatch(/may not (change the tables|make tables)/)
  })
})

describe('what the server is', () => {
  /** A server that says something else of itself than it is: what it says is looked up in our schema first. */
  const claiming = async (statement: string): Promise<string> => {
    await asked(statement, 'odd')
    const path = encodeURIComponent('-csearch_path=public,pg_catalog')
    return refusal(`${as('postgres', 'odd')}?options=${path}`)
  }

  it('is too old: it is said which versions will do', async () => {
    const message = await claiming(`create or replace function public.current_setting(name text) returns text
      language sql as $$ select case name when 'server_version_num' then '120022'
        when 'server_version' then '12.22' else pg_catalog.current_setting(name) end $$`)
    expect(message).toMatch(/is version 12\.22; version 13 or later is needed/)
    await asked('drop function public.current_setting(text)', 'odd')
  })

  it('is a standby, which takes no writes', async () => {
    const message = await claiming(`create or replace function public.pg_is_in_recovery() returns boolean
      language sql as $$ select true $$`)
    expect(message).toMatch(/standby.*Name the primary/)
    await asked('drop function public.pg_is_in_recovery()', 'odd')
  })

  it('has no connection left', async () => {
    await asked('alter role outsider connection limit 1')
    const held = new pg.Client({ connectionString: as('outsider') })
    await held.connect()
    expect(await refusal(as('outsider'))).toMatch(/has no connection left.*max_connections/)
    await held.end()
  })
})
