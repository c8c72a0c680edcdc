import type { Command, TeamsApp } from '../control/answers.ts';

/** The commands an app offers in a personal chat, by its manifest. */
export function commandsOf(app: TeamsApp | undefined): readonly Command[] {
  return (app?.manifest.bots ?? [])
    .flatMap((bot) => bot.commandLists ?? [])
    .filter((list) => list.scopes === undefined || list.scopes.includes('personal'))
    .flatMap((list) => list.commands);
}

/** The commands that what is typed so far may become; all of them before anything is typed. */
export function suggested(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = typed.trim().toLocaleLowerCase('en-GB');
  return commands.filter((command) => command.title.toLocaleLowerCase('en-GB').startsWith(wanted));
}
