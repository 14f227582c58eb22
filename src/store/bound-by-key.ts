import type { Conditions } from './conditions.js'
import type { Db } from './tables.js'

/** The part of `Bound` that tells what anything is called, whoever may see it: who or what that is, is then asked for by key. */
export class BoundByKey {
  readonly #db: Db
  readonly #only: Conditions

  constructor(db: Db, only: Conditions) {
    this.#db = db
    this.#only = only
  }

  /** What people can be called by. */
  keys() {
    return this.#db.selectFrom('person_keys as k').where(this.#only.here('k'))
  }
  /** Their names, as they are looked for when they are misspelt. */
  spellings() {
    return this.#db.selectFrom('name_spellings as s').where(this.#only.here('s'))
  }
  /** The words with which what people are called by begins; see `FirstWordsDialect`. */
  firstWords() {
    return this.#db.selectFrom('first_words as f').where(this.#only.here('f'))
  }
  /** The companies of all roles. */
  companies() {
    return this.#db.selectFrom('roles as e').where(this.#only.here('e'))
  }
}
