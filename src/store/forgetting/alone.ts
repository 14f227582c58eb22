import type { Aliases, Needle } from '../../domain/mentions.js'
import { namesAlone } from '../../domain/names-alone.js'
import { companyKey } from '../../domain/role.js'
import { keyOf } from '../derived.js'
import type { Dialect } from '../dialect.js'
import type { Db } from '../tables.js'

/**
 * First and last names that by themselves tell whom a text means: nobody who is left is called so, and no company.
 * Their own rows are gone by now.
 */
export const tellingAlone = async (
  db: Db,
  dialect: Dialect,
  workspaceId: string,
  { names }: Aliases,
): Promise<readonly Needle[]> => {
  const { telling } = namesAlone(names)
  if (telling.length === 0) return []
  const called = await db
    .selectFrom('person_keys')
    .select('key')
    .where('workspace_id', '=', workspaceId)
    .where('kind', 'in', ['full', 'given', 'family'])
    .where(
      dialect.oneOf(
        'key',
        telling.map(({ text }) => keyOf(text)),
      ),
    )
    .execute()
  const taken = new Set(called.map(({ key }) => key))
  const free: Needle[] = []
  for (const needle of telling)
    if (!taken.has(keyOf(needle.text)) && !(await isCompany(db, workspaceId, needle.text))) free.push(needle)
  return free
}

const isCompany = async (db: Db, workspaceId: string, name: string): Promise<boolean> => {
  const key = keyOf(companyKey(name))
  const roles = db.selectFrom('roles').select('id').where('workspace_id', '=', workspaceId)
  const found = roles.where((eb) =>
    eb.or([
      eb('company_key', '=', key),
      // The next sign after a space.
      eb.and([eb('company_key', '>=', `${key} `), eb('company_key', '<', `${key}!`)]),
    ]),
  )
  return (await found.limit(1).executeTakeFirst()) !== undefined
}
