import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';

/** Lets the bench speak for itself; only what breaks it is added. */
export default class BenchReporter implements Reporter {
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
}
