# Whoever inherits from RunnerMixIn and can prepare tests can run them.
list(UnitTest, FileCollector, DirectoryCollector) foreach(proto, proto protos map(type) println)
Small := UnitTest clone do(testOne := method(writeln("ran")))
TestRunner do(success := nil; printExceptions := nil; printSummary := nil)
Mine := RunnerMixIn clone do(prepare := method(Map clone atPut("Small", list("testOne"))))
Mine run println
