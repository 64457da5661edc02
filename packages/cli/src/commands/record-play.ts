import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Signer } from '@truce/core'
import { base64, cosignerName, keyId } from '@truce/core/log'
import { problemWords } from '@truce/core/report/record'
import { words } from '@truce/core/report/words'
import type { RecordFolder } from '@truce/host/record'
import { keepClockAhead, makeRecordFolder, newKeyFile, openRecordFolder } from '@truce/host/record'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { textOf } from '../json-line.ts'
import type { PlayScript, ScriptTurn } from '../play-script.ts'
import { readScript } from '../play-script.ts'

export const HELP = `truce record play <new folder> --case <case> --script <file>
Plays an exercise from a script into a new record, for training and for trying
things out: a key for each of those who take part, then every turn at its hour.
The keys lie in the folder, so that anybody may go on where the script ends
(truce record add --now ..). Such a record says of itself that it is an exercise.

  --case <case>          the case it is played under
  --script <file>        lines of JSON: an opening, then turns; the flagship case
                         has one, exercise.jsonl

Exit code 4: a turn went otherwise than the script says.
`

/** `truce record play`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, { case: { type: 'string' }, script: { type: 'string' } })
  const [path, extra] = args.positionals
  const { case: casePath, script: file } = args.values
  if (path === undefined || extra !== undefined || casePath === undefined || file === undefined)
    throw new Usage('record play takes one new folder, --case <case> and --script <file>')
  const script = readScript(await textOf(String(file)), String(file))
  await makeRecordFolder(path, String(casePath))
  const clock = { now: script.begins }
  const folder = await openRecordFolder(path, { now: () => clock.now })
  try {
    const stage = await Stage.set(script, folder, join(path, 'keys'))
    let otherwise = 0
    for (const turn of script.turns) {
      clock.now = Math.max(clock.now, turn.at)
      const problem = await stage.turn(turn)
      if (problem === undefined) continue
      otherwise++
      io.stderr(`${String(file)}:${turn.line}: ${problem}\n`)
    }
    // Whoever goes on there goes on at the hour at which the script ends.
    await keepClockAhead(path, clock.now - Date.now())
    io.stdout(`${folder.book.size} entries in ${path}, the last of ${folder.book.state.until}\n`)
    return otherwise > 0 ? EXIT.no : EXIT.done
  } finally {
    await folder.close()
    // What never began is not left in the way of the next attempt.
    if (folder.book.size === 0) await rm(path, { recursive: true })
  }
}

/** All who take part, each with a key. */
class Stage {
  private readonly folder: RecordFolder
  private readonly script: PlayScript
  private readonly signers: ReadonlyMap<string, Signer>

  private constructor(
    script: PlayScript,
    folder: RecordFolder,
    signers: ReadonlyMap<string, Signer>
  ) {
    this.script = script
    this.folder = folder
    this.signers = signers
  }

  /** Makes the keys and begins the record. */
  static async set(script: PlayScript, folder: RecordFolder, keys: string): Promise<Stage> {
    await mkdir(keys, { mode: 0o700 })
    const all = [{ party: script.operator, role: 'operator' as const }, ...script.keys]
    const signers = new Map<string, Signer>()
    for (const { party, role } of all)
      signers.set(`${party} ${role}`, await newKeyFile(join(keys, `${party}-${role}.pem`)))
    const operator = signers.get(`${script.operator} operator`) as Signer
    const answer = await folder.book.begin(
      'exercise',
      {
        title: script.title,
        case: { title: script.title, sha256: folder.caseHash.replace(/^.*:/, '') },
        operator: script.operator,
        exercise: true,
        keys: all.map((key) => ({
          ...key,
          publicKey: base64(signers.get(`${key.party} ${key.role}`)?.publicKey ?? new Uint8Array())
        })),
        ...(script.witnesses > 0 && { witnesses: script.witnesses })
      },
      operator
    )
    if (answer.outcome !== 'refused') return new Stage(script, folder, signers)
    throw new Usage(answer.problems.map((problem) => problemWords(words(), problem)).join('; '))
  }

  /** One turn; answers with what went otherwise than it should. */
  async turn(turn: ScriptTurn): Promise<string | undefined> {
    if ('cosigned' in turn) return this.checkpoint(turn.cosigned)
    const { writing, role, refused } = turn
    const signer = this.signerOf(writing.party, role)
    if (signer === undefined) return `nobody writes for ${writing.party}`
    const answer = await this.folder.book.write(writing, signer)
    if (answer.outcome !== 'refused')
      return refused === undefined ? undefined : `${writing.kind} came in, and was to be refused`
    if (answer.problems.some(({ code }) => code === refused)) return undefined
    return `${writing.kind}: ${answer.problems.map((problem) => problemWords(words(), problem)).join('; ')}`
  }

  private async checkpoint(cosigned: readonly string[]): Promise<string | undefined> {
    const { book } = this.folder
    await book.checkpoint(this.signerOf(this.script.operator, 'operator') as Signer)
    for (const party of cosigned) {
      const signer = this.signerOf(party, 'witness')
      const key = signer && book.log.ring.get(keyId(signer.publicKey))
      if (!signer || !key) return `${party} has no witness`
      await book.cosign(cosignerName(book.log.record ?? '', key), signer)
    }
    return undefined
  }

  /** The key of a party in a role, or else its first that writes. */
  private signerOf(party: string, role?: string): Signer | undefined {
    if (role !== undefined) return this.signers.get(`${party} ${role}`)
    const own = this.script.keys.find((key) => key.party === party && key.role !== 'witness')
    return own ? this.signers.get(`${party} ${own.role}`) : this.signers.get(`${party} operator`)
  }
}
