import { type LimitNode, SqliteDialect, SqliteQueryCompiler, ValueNode } from 'kysely'

/** A file, asked in words that it does not have to plan anew each time. */
export class FileDialect extends SqliteDialect {
  override createQueryCompiler() {
    return new FileCompiler()
  }
}

/**
 * How many rows there may be at most is written out: SQLite plans by it, and does so at each execution where it is a value.
 * There are few different ones, so that the statements that are kept stay few.
 */
class FileCompiler extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const limit = ValueNode.is(node.limit) ? node.limit.value : null
    if (typeof limit === 'number' && Number.isSafeInteger(limit)) this.append(`limit ${limit}`)
    else super.visitLimit(node)
  }
}
