# success and error write a mark each; name is the only test's name.
r := TestRunner clone
r success
r error("a test", Exception clone setError("broken"))
writeln
r cases := Map with("OnlyTest", list("testA"))
writeln(r name, " ", r testCount)
