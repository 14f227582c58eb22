import type { Json } from '../json.js'

/** A file: an app asks for an address, sends bytes and shares it (or never does); or somebody dropped it. */
export interface StoredFile {
  id: string
  name: string
  /** In bytes, as it was announced. */
  size: number
  title?: string
  /** What a picture shows, for whoever does not see it. */
  alt?: string
  /** Whoever dropped it, or the bot's user. */
  userId: string
  /** Undefined until they were uploaded; always, for a file of which a test gives the size alone. */
  bytes?: Buffer
  /** The upload was finished, which can be done once. */
  isFinished: boolean
  /** It was handed to the app in a form. */
  isHandedIn?: boolean
  /** The last part of the address to which an app sends the bytes. */
  ticket: string
}

const mimeTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  vcf: 'text/vcard',
  txt: 'text/plain',
  html: 'text/html',
  json: 'application/json',
  zip: 'application/zip',
  png: 'image/png',
}

/** A file's ending without the dot, in small letters; empty for none. */
export function fileType(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Where the bytes of files lie, behind this Slack's address. */
export const downloadPath = '/files-pri/'

/** A file as methods and events show it. */
export function fileObject(file: StoredFile, { teamId, origin }: { teamId: string; origin: string }): Json {
  const { id, name, size, title, userId } = file
  const filetype = fileType(name)
  const address = `${origin}${downloadPath}${teamId}-${id}`
  const path = encodeURIComponent(name.toLowerCase().replace(/[^a-z0-9.]+/g, '_'))
  return {
    id,
    name,
    title: title ?? name,
    mimetype: mimeTypes[filetype] ?? 'application/octet-stream',
    filetype,
    ...(file.alt === undefined ? {} : { alt_txt: file.alt }),
    user: userId,
    size,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    file_access: 'visible',
    url_private: `${address}/${path}`,
    url_private_download: `${address}/download/${path}`,
  }
}
