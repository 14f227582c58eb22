/** Mentions as they are kept: with the name that Slack gave, or bare. An address is none. */
const mention = /<@\w+>|(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}][\p{L}\p{N}._-]*/gu

/** What stands where a teammate stood. */
const oneOfUs = 'one of us'

/** The text without the teammates who are mentioned in it, or called by one of these names. */
export const withoutTeammates = (text: string, names: readonly string[]): string =>
  [...new Set(names)]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce(
      (left, name) =>
        left.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu'), oneOfUs),
      text.replaceAll(mention, oneOfUs),
    )

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
