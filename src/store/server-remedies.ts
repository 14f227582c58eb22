import { codeOf } from './errors.js'

type Remedy = {
  /** How the code of the error begins: a SQLSTATE, or the network's or TLS's own. */
  readonly code?: string
  /** What its message says. */
  readonly says?: RegExp
  /** What is wrong and what to do; WHERE stands for the host and the database. */
  readonly remedy: string
}

const useTls =
  'Add ?sslmode=verify-full to DATABASE_URL (and &sslrootcert=FILE for a certificate authority of your own).'

/** What is wrong with a server and what to do about it: the first that fits. */
const remedies: readonly Remedy[] = [
  {
    code: '28000',
    says: /no encryption|SSL off/i,
    remedy: `The PostgreSQL server at WHERE does not let this user in over a connection that is not encrypted. ${useTls} Or allow it in pg_hba.conf.`,
  },
  {
    says: /does not support SSL/i,
    remedy:
      'The PostgreSQL server at WHERE does not encrypt connections. Set ssl = on there, or take sslmode out of DATABASE_URL where the network may be trusted.',
  },
  {
    code: '28000',
    says: /no pg_hba\.conf entry/i,
    remedy:
      'The PostgreSQL server at WHERE does not let this user in from this machine. Allow it in pg_hba.conf, or put right the user in DATABASE_URL.',
  },
  {
    code: '28',
    remedy:
      'The PostgreSQL server at WHERE refuses the user or the password. Put them right in DATABASE_URL.',
  },
  {
    says: /password must be a (non-empty )?string/i,
    remedy: 'The PostgreSQL server at WHERE asks for a password, and DATABASE_URL has none. Put it there.',
  },
  {
    says: /certificate/i,
    remedy:
      'The certificate of the PostgreSQL server at WHERE cannot be trusted. Name the authority that signed it in DATABASE_URL (?sslmode=verify-full&sslrootcert=FILE), and the host by the name that stands in it.',
  },
  {
    code: '3D000',
    remedy: 'There is no database WHERE. Make it with createdb, or put right its name in DATABASE_URL.',
  },
  {
    code: '42501',
    says: /permission denied for database/i,
    remedy: 'The user in DATABASE_URL may not connect to WHERE. Grant CONNECT on the database to that user.',
  },
  {
    code: '42501',
    says: /must be owner/i,
    remedy:
      'The user in DATABASE_URL may not change the tables in WHERE, which this version has to. Start it once as the user who made them.',
  },
  {
    code: '42501',
    says: /for (table|relation)/i,
    remedy:
      'The user in DATABASE_URL may not read and write the tables in WHERE. Start as the user who made them, or grant it SELECT, INSERT, UPDATE and DELETE on all of them.',
  },
  {
    code: '42501',
    remedy: 'The user in DATABASE_URL may not make tables in WHERE. Grant CREATE on its schema to that user.',
  },
  {
    code: '3F000',
    remedy:
      'In WHERE there is no schema for the user in DATABASE_URL to make tables in. Make one, or put right the search_path of that user.',
  },
  {
    code: '25006',
    remedy: 'The PostgreSQL server at WHERE takes no writes. Name the primary in DATABASE_URL.',
  },
  {
    code: '53300',
    remedy:
      'The PostgreSQL server at WHERE has no connection left. Raise its max_connections, or run fewer processes beside each other.',
  },
  {
    code: '57P03',
    remedy: 'The PostgreSQL server at WHERE is starting or stopping. Start again in a moment.',
  },
  {
    says: /unsupported startup parameter/i,
    remedy:
      'What stands before the PostgreSQL server at WHERE refuses limits of time. In PgBouncer, set ignore_startup_parameters = lock_timeout,statement_timeout,idle_in_transaction_session_timeout.',
  },
  {
    code: 'ENOTFOUND',
    remedy: 'There is no machine of the name in WHERE. Put right the host in DATABASE_URL.',
  },
  {
    code: 'EAI_',
    remedy:
      'The name of the machine in WHERE cannot be looked up. Put right the host in DATABASE_URL, or the name service of this machine.',
  },
  {
    code: 'ENOENT',
    remedy:
      'A file that DATABASE_URL names for WHERE (sslrootcert, sslcert or sslkey) is not there. Put right its path.',
  },
]

/** The remedy for what a driver threw; null where only the address can be doubted. */
export const remedyIn = (error: unknown): string | null => {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : ''
  const found = remedies.find(
    (each) =>
      (each.code === undefined || code.startsWith(each.code)) &&
      (each.says === undefined || each.says.test(message)),
  )
  return found?.remedy ?? null
}
