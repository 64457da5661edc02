import { riverCeasefire } from '../examples.ts'
import type { CeasefireRule } from '../rule.ts'

/** Rules about talks that hang on the ceasefire; what they find may be meant. */
export const talkRules: readonly CeasefireRule[] = [
  {
    clause: 'political',
    keys: [],
    page: {
      code: 'CF104',
      severity: 'warning',
      title: 'a belligerent without a seat at talks of officials',
      about:
        'What is settled without a side of the war is carried out without it. Talks at the side of something else are left out, and so are those of others than officials.',
      message: (d) => `\`${d['party']}\`, a belligerent, has no seat at the talks \`${d['id']}\``,
      help: () => 'give it a seat; where it is meant to have none, this stays as a reminder',
      examples: {
        failing: riverCeasefire(
          {},
          {
            tracks:
              '{main: {kind: 1, format: conference, seats: {upland: party, union: mediator}, starts: {after: ceasefire, days: 7}}}'
          }
        ),
        passing: riverCeasefire()
      }
    },
    run: ({ source }) => {
      const fighting = [...source.parties.values()].filter(({ roles }) =>
        roles.includes('belligerent')
      )
      return [...source.process.tracks.values()]
        .filter(({ kind, format }) => kind === 1 && format !== 'sideline')
        .flatMap(({ id, at, seats }) =>
          fighting
            .filter((party) => !seats.has(party.id))
            .map((party) => ({ at: `${at}/seats`, data: { id, party: party.id } }))
        )
    }
  },
  {
    clause: 'political',
    keys: ['starts'],
    page: {
      code: 'CF107',
      severity: 'warning',
      title: 'nothing holds back talks that need the ceasefire',
      about:
        'The text says that these talks begin only with the ceasefire. Neither a start nor a gate of the case makes them wait for it.',
      message: (d) => `nothing makes the talks \`${d['id']}\` wait for the ceasefire`,
      help: () => 'write `starts: {after: ceasefire}` under the track, or a gate that `opens` it',
      examples: {
        failing: riverCeasefire(
          {},
          { tracks: '{main: {kind: 1, format: direct, seats: {upland: party, lowland: party}}}' }
        ),
        passing: riverCeasefire()
      }
    },
    run: ({ source: { process }, ceasefire }) => {
      const opened = new Set([...process.gates.values()].map(({ opens }) => opens))
      return (ceasefire.talks ?? [])
        .filter((id) => !process.tracks.get(id)?.starts && !opened.has(`track.${id}`))
        .map((id) => ({ at: `tracks/${id}`, data: { id } }))
    }
  }
]
