import { expect, type Page } from '@playwright/test';
import type { Command } from '../../../shared/session/commands/commands';
import type { ConsoleBridge } from '../../../shared/session/protocol/channel';

/** Asks as the console's page does; what it answers must be a yes. */
export async function ask(page: Page, ...commands: readonly Command[]): Promise<void> {
  for (const command of commands) {
    const answer = await page.evaluate(
      (asked) => (globalThis as unknown as { holdfast: ConsoleBridge }).holdfast.command(asked),
      command,
    );
    expect(answer, command.type).toEqual({ ok: true });
  }
}
