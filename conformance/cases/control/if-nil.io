# ifNil and its kin: which run their argument and what they answer.
nil ifNil(writeln("run")) println
5 ifNil(writeln("not run")) println
nil ifNil(3) println
nil ifNonNil(writeln("not run")) println
5 ifNonNil(writeln("run")) println
false ifNonNil(writeln("run")) println
nil ifNilEval(7) println
5 ifNilEval(7) println
nil ifNonNilEval(7) println
5 ifNonNilEval(7) println
Map clone at("none") ifNilEval("default") println
m := method(nil ifNilEval(return "returned"); "went on")
m println
