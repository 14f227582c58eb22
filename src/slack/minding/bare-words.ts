/**
 * What somebody says in a message, in words of their own: without code, quotes of others and words in quotation marks, links,
 * mentions and emoji. What stood in between parts what is left.
 */
export const bareWords = (slackText: string): string => {
  let text = slackText.normalize('NFKC').replace(/\p{Cf}+/gu, '')
  for (const pattern of takenOut) text = text.replace(pattern, parted)
  return text
    .replace(/&amp;/g, '&')
    .replace(/(?<![\p{L}\p{N}])[*_~]+|[*_~]+(?![\p{L}\p{N}])/gu, '')
    .replace(/[ \t]+/g, ' ')
}

const parted = ' | '

const takenOut: readonly RegExp[] = [
  /```[\s\S]*?(?:```|$)/g,
  /`[^`\n]*`/g,
  // `>>>` quotes all that follows, `>` its line; Slack escapes the sign.
  /^[ \t]*(?:&gt;|>){3}[\s\S]*$/gm,
  /^[ \t]*(?:&gt;|>).*$/gm,
  /<[^<>]*>/g,
  /\bhttps?:\/\/\S+/gi,
  /:[a-z0-9_+'-]+:/gi,
  /"[^"\n]{0,300}"|“[^”\n]{0,300}”|„[^“”\n]{0,300}[“”]|«[^»\n]{0,300}»/g,
  /(?<![\p{L}\p{N}])['‘][^'‘’\n]{1,60}['’](?![\p{L}\p{N}])/gu,
]
