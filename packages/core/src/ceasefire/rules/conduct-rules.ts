import type { Text } from '../../model/judgement.ts'
import type { CeasefireRule } from '../rule.ts'
import { isLasting, isMutual, once } from '../rule.ts'
import { clausePage } from './page.ts'

/** Words by which a text speaks of unmanned aircraft, in languages of the agreements at hand. */
const UNMANNED = /unmanned|drone|\buavs?\b|бпла|беспилотн|безпілотн|дрон/i

const textsIn = (text: Text | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text)

/** Rules about who is bound, what is forbidden, and when fire may be returned. */
export const conductRules: readonly CeasefireRule[] = [
  {
    clause: 'parties',
    keys: ['others', 'signatories'],
    page: clausePage({
      code: 'CF016',
      title: 'armed groups that do not sign are not spoken of',
      about:
        'A ceasefire is broken most easily by who is not bound by it. A text says which armed groups do not sign, and who answers for them; where there are none, it says that.',
      message: (d) =>
        d['party'] === ''
          ? 'nothing is said of armed groups that do not sign'
          : `nothing says what binds \`${d['party']}\`, an armed group that does not sign`,
      help: () => 'write `others:` with each of them and what binds it, or `others: []`',
      failing: [{ others: '' }]
    }),
    run: ({ source, ceasefire }) => {
      const { others, signatories = [] } = ceasefire
      if (!others)
        return once(isMutual(ceasefire) && ceasefire.class !== 'humanitarian-pause', { party: '' })
      const bound = new Set([...signatories, ...others.flatMap(({ party }) => party ?? [])])
      return [...source.parties.values()]
        .filter(({ id, kind }) => kind === 'armed-group' && !bound.has(id))
        .map(({ id }) => ({ at: 'ceasefire/others', data: { party: id } }))
    }
  },
  {
    clause: 'prohibited',
    keys: ['prohibited'],
    page: clausePage({
      code: 'CF008',
      title: 'prohibited acts are not listed, or say nothing of unmanned aircraft',
      about:
        'Texts that name the acts they forbid last longer than texts that forbid hostilities. Unmanned aircraft watch and strike today; a text that is silent about them will be read both ways.',
      message: (d) =>
        d['listed'] === 'no'
          ? 'the text lists no prohibited act'
          : 'nothing is said of unmanned aircraft',
      help: () =>
        'list the acts under `prohibited:`; name `{act: uav}` there or under `permitted:`',
      failing: [{ prohibited: '[{act: fire}, {act: mines}]' }]
    }),
    run: ({ source: { asOf }, ceasefire: { prohibited, permitted, scope } }) => {
      if (prohibited.length === 0) return once(true, { listed: 'no' })
      const acts = [...prohibited, ...permitted]
      const texts = [...acts.flatMap(({ text }) => textsIn(text)), ...textsIn(scope)]
      const isSaid =
        acts.some(({ act }) => act === 'uav') || texts.some((one) => UNMANNED.test(one))
      // Texts of before there were any are not asked for them.
      return once(!isSaid && asOf >= '1990', { listed: 'yes' }, 'ceasefire/prohibited')
    }
  },
  {
    clause: 'prohibited',
    keys: ['violation'],
    page: clausePage({
      code: 'CF009',
      title: 'no definition of a violation',
      about:
        'Monitors count what the text calls a violation. Without a definition each side counts for itself, and a weapon in the wrong place is a violation for one and none for the other.',
      message: () => 'nothing says what counts as a violation',
      help: () => 'write `violation:`',
      failing: [{ violation: '' }]
    }),
    run: ({ ceasefire: { violation } }) => once(!violation)
  },
  {
    clause: 'return-fire',
    keys: ['return-fire'],
    page: clausePage({
      code: 'CF010',
      title: 'no rule for returning fire',
      about:
        'Every soldier may defend himself. Without a rule on whose order, at what and told to whom, one shot becomes an exchange before any body hears of it.',
      message: () => 'nothing says when fire may be returned',
      help: () => 'write `return-fire:` with whose order it takes, and to whom it is told',
      failing: [{ 'return-fire': '' }]
    }),
    run: ({ ceasefire: { returnFire } }) => once(!returnFire)
  },
  {
    clause: 'humanitarian',
    keys: ['detainees', 'missing'],
    page: clausePage({
      code: 'CF027',
      title: 'nothing on those detained, or on the missing and the dead',
      about:
        'Those held and the dead are exchanged in every ceasefire that lasts; a text that has no clause for them leaves this to each local commander.',
      message: (d) => `nothing is said of ${d['lacks']}`,
      help: () => 'write `detainees:` and `missing:`',
      failing: [{ detainees: '' }]
    }),
    run: ({ ceasefire }) => {
      const lacks = [
        ...(ceasefire.detainees ? [] : ['those detained']),
        ...(ceasefire.missing ? [] : ['the missing and the dead'])
      ]
      return once(lacks.length > 0 && isLasting(ceasefire), { lacks: lacks.join(' and ') })
    }
  },
  {
    clause: 'humanitarian',
    keys: ['mine-records'],
    page: clausePage({
      code: 'CF028',
      title: 'nothing on records of mines',
      about:
        'Mines outlast the text. Who laid them knows where; a text says by when the records are handed over, and to whom.',
      message: () => 'nothing is said of records of mines',
      help: () => 'write `mine-records:`',
      failing: [{ 'mine-records': '' }]
    }),
    run: ({ ceasefire }) => once(!ceasefire.mineRecords && isLasting(ceasefire))
  },
  {
    clause: 'civilians',
    keys: ['civilian-works'],
    page: clausePage({
      code: 'CF021',
      severity: 'note',
      title: 'no notice of civilian works near the line',
      about:
        'A digger near the line looks like a trench being dug. On the Blue Line activity near it is to be predictable, with notice beforehand (UNIFIL tripartite meetings).',
      message: () => 'nothing is said of civilian works near the line',
      help: () => 'write `civilian-works:` with `notice:` and the `channel:`',
      failing: [{ 'civilian-works': '' }]
    }),
    run: ({ ceasefire }) => once(!ceasefire.civilianWorks && isLasting(ceasefire))
  },
  {
    clause: 'political',
    keys: ['due', 'with'],
    page: clausePage({
      code: 'CF017',
      title: 'political steps whose order is open',
      about:
        'Where two steps wait for each other and nothing says which is first, each side waits for the other. A step has a date, stands behind a gate, or is handed over together with another.',
      message: (d) => `nothing says when ${d['steps']} come, or which of them is first`,
      help: () => 'give each a `due:`, a gate that `opens` it, or a step it goes `with:`',
      failing: [{}, { deliverables: unordered() }]
    }),
    run: ({ source: { process } }) => {
      const steps = [...process.deliverables.values()]
      const opened = new Set([...process.gates.values()].map(({ opens }) => opens))
      const joined = new Set(steps.flatMap(({ with: together }) => together))
      const open = steps.filter(
        ({ id, due, with: together }) =>
          !due && together.length === 0 && !joined.has(id) && !opened.has(`deliverable.${id}`)
      )
      const givers = new Set(open.map(({ by }) => by))
      const [first] = open
      return once(
        givers.size > 1,
        { steps: open.map(({ id }) => `\`${id}\``).join(', ') },
        first?.at
      )
    }
  }
]

/** Two steps, one of each side, and no word on their order. */
function unordered(): string {
  return '[{id: gauges, by: upland, gives: {water: half}, source: talks}, {id: toll, by: lowland, source: talks}]'
}
