# run goes on after a failure and answers pairs of a test and its exception.
Failing := UnitTest clone do(
    testRaises := method(1 foo)
    testPasses := method(assertTrue(true))
    testFails := method(assertEquals(1, 2))
)
r := TestRunner clone do(printExceptions := nil; printSummary := nil)
failures := r run(Failing prepare)
failures foreach(pair, writeln(pair first, ": ", pair last error))
r testCount println
