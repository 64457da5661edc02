/** The start page. */
export default {
  lead: 'Would they accept it, who would walk and over what, what would be better for all, and would it last? Truce judges proposals between parties from what is known about them, with every number’s source and range in view.',
  answer: 'What an answer looks like: “{proposal}”, in the case “{title}”',
  'answer.accepts': 'accepts {p}',
  'answer.open': 'Open it and change it',
  tour: 'Take the two-minute tour',
  new: 'Start a case',
  own: 'Your cases',
  changed: 'changed {when}, in the folder {folder}',
  'passed-by': '{name} was passed by: {why}',
  shipped: 'Cases to begin with',
  'shipped.about': 'Opening one makes a copy of your own, which you can change as you like.',
  parties: '{count, plural, one {# party} other {# parties}}',
  issues: '{count, plural, one {# issue} other {# issues}}',
  proposals: '{count, plural, one {# proposal} other {# proposals}}',
  graph: 'a graph of moves',
  copied: 'you have a copy',
  import: 'Bring a case',
  'import.about':
    'Drop files here, or choose them: a case’s own YAML, a GMCR+ conflict (.gmcr), a GENIUS domain with its profiles (XML), GeniusWeb profiles (JSON), or a table of issues and parties (CSV). Workbooks (.xlsx) are read by the command line: truce import table.',
  'import.choose': 'Choose files',
  'import.lost': 'Not carried over',
  'import.assumed': 'The file does not say, so it was assumed',
  'import.open': 'Open the case'
}
