# The runner begins a new line after as many tests as its width.
Many := UnitTest clone do(test1 := nil; test1 := method(1)
    test2 := method(1)
    test3 := method(fail)
    test4 := method(1)
    test5 := method(1)
)
r := TestRunner clone setWidth(2) do(printExceptions := nil; printSummary := nil)
r run(Many prepare) size println
r width println
TestRunner width println
