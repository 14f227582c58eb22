import { type LimitNode, SqliteDialect, SqliteQueryCompiler, ValueNode } from 'kysely'

/** A file, asked in words that it does not have to plan anew each time. */
export class FileDialect extends SqliteDialect {
  override createQueryCompiler() {
    return new FileCompiler()
  }
}

/** Of these there are few different ones: deeper pages of a list ask for more, each for another number. */
const mostWrittenOut = 1_000

/** Whether a number of rows stands in the statement itself, each in one of its own that is kept. */
export const isWrittenOut = (limit: unknown): limit is number =>
  typeof limit === 'number' && Number.isInteger(limit) && Math.abs(limit) <= mostWrittenOut

/** How many rows there may be at most is written out: SQLite plans by it, and does so at each execution where it is a value. */
class FileCompiler extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const limit = ValueNode.is(node.limit) ? node.limit.value : null
    if (isWrittenOut(limit)) this.append(`limit ${limit}`)
    else super.visitLimit(node)
  }
}
