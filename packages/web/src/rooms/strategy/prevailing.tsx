import type { ReactNode } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { ForecastOf } from './documents.ts'
import classes from './strategy.module.css'

/** The second challenger: with what chance each position would prevail over each other. */
export function Prevailing({ found }: { readonly found: ForecastOf }): ReactNode {
  const { said, party, numbers } = useWords()
  const { actors, prevailing } = found
  const chanceOf = (row: string, column: string): string => {
    const apart = new Set(
      actors.filter((one) => [row, column].includes(one.party)).map(({ position }) => position)
    )
    const one = prevailing.find((pair) => pair.party === row && pair.over === column)
    if (!one || apart.size < 2) return ''
    const [chance, low, high] = [one.chance, one.low, one.high].map(numbers.percent)
    return low === high
      ? (chance ?? '')
      : said.say('forecast.chance', { chance: chance ?? '', low: low ?? '', high: high ?? '' })
  }
  return (
    <Disclosure label={said.say('forecast.prevailing')}>
      <p>{said.say('forecast.prevailing.lead')}</p>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{said.say('forecast.column.party')}</th>
            {actors.map((one) => (
              <th key={one.party} scope="col">
                <PartyMark party={one.party} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actors.map((row) => (
            <tr key={row.party}>
              <th scope="row">
                <PartyMark party={row.party} />
              </th>
              {actors.map((column) => (
                <td key={column.party} data-label={party(column.party)}>
                  {chanceOf(row.party, column.party)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  )
}
