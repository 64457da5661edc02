import { Refusal } from '../../refusal.ts'

const missing = (code: string, message: string, help: string): Refusal =>
  new Refusal(404, code, { message, help })

/** There is no such organisation; said of an id as it was asked for, also of one that is not to be seen. */
export const noSuchOrganisation = (id: string): Refusal =>
  missing(
    'no-such-organisation',
    `there is no organisation ${JSON.stringify(id)}`,
    'GET /api/team/organisations lists those you may see'
  )

/** There is no such track. */
export const noSuchTrack = (id: string): Refusal =>
  missing(
    'no-such-track',
    `there is no track ${JSON.stringify(id)}`,
    'GET /api/team/tracks lists yours'
  )

/** There is no such member, share or participant. */
export const noneSuch = (what: string): Refusal =>
  missing('no-such-entry', `there is no such ${what}`, 'look at the list again')
