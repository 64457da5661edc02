import type { PostgresRow, Run } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'
import type { Person } from '../person.ts'
import { type Ground, moment, newId, noSuch, text } from './ground.ts'
import type { Links } from './links.ts'
import { tell } from './log.ts'
import { alone, areSeasoned, personAt, personBy, seasonedAdministrators } from './people.ts'

/** A recovery that was asked for, as administrators see it. */
export interface KeptRecovery {
  readonly id: string
  readonly person: string
  readonly personName: string
  readonly because: string
  readonly askedBy: string
  readonly askedByName: string
  readonly asked: string | null
  readonly expires: string | null
}

const OPEN = 'approved_at IS NULL AND withdrawn_at IS NULL AND expires_at > now()'

/** How a person who lost the password or the second factor gets back in: two administrators agree. */
export class Recovery {
  private readonly ground: Ground
  private readonly links: Links

  constructor(ground: Ground, links: Links) {
    this.ground = ground
    this.links = links
  }

  /** The recoveries that wait for a second administrator. */
  async list(): Promise<KeptRecovery[]> {
    const { rows } = await this.ground.database.run(
      `SELECT r.*, p."name" AS person_name, a."name" AS asked_name FROM truce.identity_recoveries r
       JOIN truce_identity."user" p ON p."id" = r.person JOIN truce_identity."user" a ON a."id" = r.asked_by
       WHERE ${OPEN} ORDER BY asked_at, r.id`
    )
    return rows.map(keptRecovery)
  }

  /** Asks for a person's recovery, as the first administrator. */
  async ask(by: Person, id: string, because: string): Promise<string> {
    return this.ground.database.together(async (run) => {
      await alone(run)
      const about = await other(run, by, id)
      if ((await seasonedAdministrators(run, id)) < 2)
        throw new Refusal(409, 'one-administrator', {
          message:
            'a recovery takes two people besides this one who have been administrators for three days or more, and there are not two',
          help: "whoever runs the server can help: truce team recover <e-mail address>, on the server's own machine"
        })
      if (!(await areSeasoned(run, [by.id]))) throw tooNew()
      const recovery = newId()
      await run(
        `INSERT INTO truce.identity_recoveries (id, person, because, asked_by, expires_at)
         VALUES ($1, $2, $3, $4, now() + interval '1 day')`,
        [recovery, id, because, by.id]
      )
      await tell(run, { by, verb: 'ask-recovery', about, detail: because })
      return recovery
    })
  }

  /** Agrees, as the second administrator; the link to hand over, shown this once. */
  async approve(by: Person, recovery: string): Promise<string> {
    return this.ground.database.together(async (run) => {
      await alone(run)
      const { rows } = await run(
        `UPDATE truce.identity_recoveries SET approved_at = now(), approved_by = $2
         WHERE id = $1 AND asked_by <> $2 AND person <> $2 AND ${OPEN}
           AND EXISTS (SELECT FROM truce_identity."user" a WHERE a."id" = asked_by AND a."administrator" AND NOT a."suspended")
         RETURNING *`,
        [recovery, by.id]
      )
      const [row] = rows
      if (row === undefined) throw await this.notApproved(run, recovery)
      if (!(await areSeasoned(run, [by.id, text(row['asked_by'])]))) throw tooNew()
      const about = await personBy(run, text(row['person']))
      if (about === undefined) throw noSuch('person')
      await tell(run, { by, verb: 'approve-recovery', about, detail: text(row['because']) })
      return this.links.recovery(run, about.id)
    })
  }

  /** Says no, or takes back what was asked for. */
  async refuse(by: Person, recovery: string): Promise<void> {
    await this.ground.database.together(async (run) => {
      const { rows } = await run(
        `UPDATE truce.identity_recoveries SET withdrawn_at = now() WHERE id = $1 AND ${OPEN} RETURNING person`,
        [recovery]
      )
      const about = rows[0] && (await personBy(run, text(rows[0]['person'])))
      if (about === undefined) throw noSuch('recovery')
      await tell(run, { by, verb: 'refuse-recovery', about })
    })
  }

  /**
   * The link for a person, from the server's own machine: where there are not two administrators
   * besides them, or whoever runs the server says that none of them can act.
   */
  async onServer(email: string, noneCan: boolean): Promise<string> {
    return this.ground.database.together(async (run) => {
      await alone(run)
      const about = await personAt(run, email)
      if (about === undefined)
        throw new Refusal(404, 'no-such-person', {
          message: `nobody has an account with the address ${email}`,
          help: 'see how it is spelt'
        })
      const others = await seasonedAdministrators(run, about.id)
      if (others >= 2 && !noneCan)
        throw new Refusal(409, 'two-administrators', {
          message: `${others} administrators can help ${about.name} back in`,
          help: 'let two of them agree in the workbench; where none of them can act, say so with --no-administrator-can'
        })
      const detail = `${others} other administrators${noneCan ? ', of whom none was said to be able to act' : ''}`
      await tell(run, { by: 'server', verb: 'recover-on-server', about, detail })
      return this.links.recovery(run, about.id)
    })
  }

  private async notApproved(run: Run, recovery: string): Promise<Refusal> {
    const { count } = await run(`SELECT FROM truce.identity_recoveries WHERE id = $1 AND ${OPEN}`, [
      recovery
    ])
    if (count === 0) return noSuch('recovery')
    return new Refusal(409, 'same-administrator', {
      message: 'two different administrators agree, neither of whom is the person',
      help: 'let another administrator agree'
    })
  }
}

async function other(run: Run, by: Person, id: string): Promise<Person> {
  const about = await personBy(run, id)
  if (about === undefined) throw noSuch('person')
  if (about.id !== by.id) return about
  throw new Refusal(409, 'same-administrator', {
    message: 'nobody asks for their own recovery',
    help: 'you are signed in: change the password or the second factors in your account'
  })
}

const tooNew = (): Refusal =>
  new Refusal(409, 'new-administrator', {
    message: 'only who has been an administrator for three days or more agrees to a recovery',
    help: 'let another administrator agree, or wait'
  })

const keptRecovery = (row: PostgresRow): KeptRecovery => ({
  id: text(row['id']),
  person: text(row['person']),
  personName: text(row['person_name']),
  because: text(row['because']),
  askedBy: text(row['asked_by']),
  askedByName: text(row['asked_name']),
  asked: moment(row['asked_at']),
  expires: moment(row['expires_at'])
})
