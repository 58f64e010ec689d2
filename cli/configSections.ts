/** What a config file may give an option. */
export type ConfigValue = string | number | boolean | readonly (string | number)[];

/** Options by section: a command's name, or `everyCommand`. */
export type ConfigSections = Readonly<Record<string, Readonly<Record<string, ConfigValue>>>>;

/** Section whose values hold for every command that has the option. */
export const everyCommand = 'defaults';
