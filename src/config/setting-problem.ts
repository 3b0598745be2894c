/** `name` is a variable, or a path in the configuration file. Neither part holds the value of anything. */
export interface SettingProblem {
  readonly name: string;
  readonly message: string;
}
