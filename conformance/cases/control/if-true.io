# ifTrue and ifFalse answer the boolean itself.
true ifTrue(writeln("run")) println
true ifTrue(5) println
true ifFalse(writeln("not run")) println
false ifTrue(writeln("not run")) println
false ifFalse(writeln("run")) println
try(nil ifTrue(1)) error println
try(nil ifFalse(1)) error println
try(5 ifTrue(1)) error println
(1 < 2) ifTrue("less" println) ifFalse("more" println)
(1 > 2) ifTrue("more" println) ifFalse("less" println)
