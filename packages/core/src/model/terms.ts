/** A package: one option per issue; issues that are not named are open. */
export type Package = ReadonlyMap<string, string>
