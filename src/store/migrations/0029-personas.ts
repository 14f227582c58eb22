import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../dialect.js'

/**
 * Sketches of whom something is made for, what each claims, and on whom the claims were tried. `wording` names how a claim
 * read when it was tried: put into other words, it is open again. Older programs know nothing of any of it.
 */
export const personas =
  ({ text }: Dialect) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const placed = sql`
      workspace_id ${text} not null,
      id ${text} not null,
      home ${text} not null,
      written_by ${text} not null,
      written_at ${text} not null,
      act_seq integer not null,
      primary key (workspace_id, id)`
    await sql`create table personas (
      name ${text} not null,
      quiet integer not null, ${placed}
    )`.execute(db)
    await sql`create table persona_claims (
      persona_id ${text} not null,
      text ${text} not null,
      wording ${text} not null,
      told ${text}, ${placed},
      foreign key (workspace_id, persona_id) references personas (workspace_id, id)
        deferrable initially deferred
    )`.execute(db)
    await sql`create index persona_claims_of_persona on persona_claims (workspace_id, persona_id)`.execute(db)
    await sql`create table persona_trials (
      claim_id ${text} not null,
      person_id ${text} not null,
      wording ${text} not null,
      happened_on ${text} not null,
      holds integer not null,
      note_id ${text}, ${placed},
      foreign key (workspace_id, claim_id) references persona_claims (workspace_id, id)
        deferrable initially deferred,
      foreign key (workspace_id, person_id) references people (workspace_id, id)
        deferrable initially deferred
    )`.execute(db)
    await sql`create index persona_trials_of_claim on persona_trials (workspace_id, claim_id, person_id)`.execute(
      db,
    )
    await sql`create index persona_trials_of_person on persona_trials (workspace_id, person_id)`.execute(db)
  }
