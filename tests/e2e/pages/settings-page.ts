import { expect, type Locator, type Page } from '@playwright/test';

/** How the facilitator likes it: its part about sound. */
export class SettingsPage {
  readonly sound: Locator;
  readonly chime: Locator;
  readonly volume: Locator;
  readonly output: Locator;
  readonly ringOnce: Locator;

  constructor(page: Page) {
    this.sound = page.getByRole('region', { name: 'Sound', exact: true });
    this.chime = this.sound.getByRole('switch', { name: 'Chime' });
    this.volume = this.sound.getByRole('slider', { name: 'Volume' });
    this.output = this.sound.getByRole('combobox', { name: 'Comes out of' });
    this.ringOnce = this.sound.getByRole('button', { name: 'Ring it once' });
  }

  /** The name of the output that is chosen. */
  chosen(): Promise<string> {
    return this.output.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? '');
  }

  /** Chooses an output once it is offered. */
  async choose(label: string): Promise<void> {
    await expect(this.output.getByRole('option', { name: label, exact: true })).toBeAttached();
    await this.output.selectOption({ label });
    await expect.poll(() => this.chosen()).toBe(label);
  }

  /** Sets the volume with the keys, from its loudest: so many steps of a twentieth down. */
  async soften(steps: number): Promise<void> {
    await this.volume.press('End');
    for (let n = 0; n < steps; n++) await this.volume.press('ArrowLeft');
    await expect(this.volume).toHaveAttribute('aria-valuenow', String((20 - steps) / 20));
  }
}
