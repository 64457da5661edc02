/** Stands in for a module of Node that no page has. */
export default undefined
