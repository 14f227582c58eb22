/**
 * Words that errors of ours, of the engines and of the libraries are made of. A message may quote, without any sign of
 * it, what it chokes on, so a word that is not among these is taken for somebody's and stays out of the log.
 */
const words = `
a abort aborted accept accepted access active address after again agent all allocation allowed already an and any api app
argument arguments array as at attempt attempted available await bad be because been before begin between bigger body boolean
both bound bounds broken buffer busy but by byte bytes call called cannot cascade certificate changed channel character
characters check class client close closed code collation column columns command commit complete conflict connect connected
connecting connection connections constraint constructor convert corrupt could count create current cursor data database date
deadlock decode default defined delete denied depth destroyed detected device did directory disabled disconnected disk does
done down duplicate during each either element empty encoding end ended ends engine enough error errors event exceeded except
exception execute exhausted existing exists expected expired extension failed failure false fetch field file files final find
finite first flow for foreign format found frame from full function get given got handle handler handshake hang has have header
headers heap hello host http id identifier if ignored illegal immutable implemented in incomplete incorrect index initialized inner
input insert instance instead integer internal interrupted into invalid is isolation it item iterable iterator its join json key
keys known large last left length less like limit limited line list lock locked long longer lost malformed many map match max
maximum memory message method migration minimum missing mode module more moved must name near negative network never new next no node
non none not nothing null number object occurred of offset old on once one only open opened operation operator option or order
other out outside overflow owned own page pages parameter parameters parent parse parser parsing part password path permission
pending pool port position possible prepared primary process promise properties property protocol provided query queue quota
range rate read readable reading readonly reason received record refused register regular rejected rejection relation release
remote removed reply request requested required reset resolve response result retry return returned rolled rollback rolling room
row rows run running same savepoint schema sealed second sent sequence serialize server session set should shut size slack slot socket
some space stack state statement status stop stopped storage store stream string such support supported synchronous syntax
system table temporary terminated than that the then there they this time timed timeout to token too total transaction trigger
true try tuple type unable undefined under unexpected unhandled unique unknown unrecognized unreachable unsupported until update
upgrade url use used user using valid value values version view violates violation wait waiting was web what when which while with
within without workspace would write writing written wrong yet zero
`
const plain: ReadonlySet<string> = new Set(words.split(/\s+/))

export const isPlainWord = (word: string): boolean => plain.has(word.toLowerCase())
