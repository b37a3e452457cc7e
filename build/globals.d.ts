/** True in the build the tests drive; the test hooks behind it are compiled out of every other build. */
declare const __TEST_BUILD__: boolean;
/** True while `npm run dev` runs; the looser lockdown behind it is compiled out of every other build. */
declare const __DEV_BUILD__: boolean;
