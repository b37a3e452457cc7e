import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { listOutput, outputFolder } from './output';

/** Says what the demo does while it plays, and at the end what it made and where to look. */
export default class DemoReport implements Reporter {
  printsToStdio(): boolean {
    return true;
  }

  onStdOut(text: string | Buffer): void {
    process.stdout.write(text);
  }

  onStdErr(text: string | Buffer): void {
    process.stderr.write(text);
  }

  onError(error: TestError): void {
    console.error(error.stack ?? error.message);
  }

  onTestEnd(_: TestCase, result: TestResult): void {
    for (const error of result.errors) this.onError(error);
  }

  onEnd({ status, duration }: FullResult): void {
    const made = listOutput();
    console.log('\nMade:');
    for (const { path, bytes } of made) console.log(`${String(Math.ceil(bytes / 1024)).padStart(7)} kB  ${path}`);
    const seconds = Math.round(duration / 1000);
    console.log(
      status === 'passed'
        ? `\nThe demo retreat was played in ${seconds} s. Look at the ${made.length} files in ${outputFolder}`
        : `\nThe demo stopped before its end; the reason is above. What it made until then is in ${outputFolder}`,
    );
  }
}
