# policy: time
# run writes a dot for each test and a summary that ends with the test's name; it answers no failures.
Fine := UnitTest clone do(
    testOne := method(assertTrue(true))
    testTwo := method(nil)
)
Fine run println
