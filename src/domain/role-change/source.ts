/** Acts of a live source stand in the journal under this and its name: `source:hubspot`, `source:hook:NAME`. */
const actor = 'source:'

const files: Readonly<Record<string, string>> = {
  linkedin: 'LinkedIn',
  google: 'Google Contacts',
  salesforce: 'Salesforce',
  vcard: 'An address book',
  csv: 'A list of contacts',
}
const signals: Readonly<Record<string, string>> = {
  hubspot: 'HubSpot',
  slack: 'Their Slack profile',
  signature: 'Their signature',
  'auto-reply': 'An automatic reply',
}

/** A source as it is spoken of. */
export type SourceName = { readonly name: string; readonly isFile: boolean }

/** `linkedin:U1` is LinkedIn, in a file; `hook:crm` is what its owner called it. */
export const sourceName = (source: string): SourceName => {
  const [kind = '', ...rest] = source.split(':')
  if (kind === 'hook') return { name: rest.join(':') || 'A webhook', isFile: false }
  const file = files[kind]
  return { name: file ?? signals[kind] ?? kind, isFile: file !== undefined }
}

/** Who did it, where that was no teammate; null where it was one. */
export const sourceActing = (by: string): SourceName | null =>
  by.startsWith(actor) ? sourceName(by.slice(actor.length)) : null
