# if then elseif else: a branch that ran answers nil.
test := method(n,
    if(n == 1) then(writeln("one")) elseif(n == 2) then(writeln("two")) elseif(n == 3) then(writeln("three")) else(writeln("many"))
)
test(1) println
test(2) println
test(3) println
test(4) println
if(true) then(5) println
if(false) then(5) println
if(false) then(5) else(6) println
if(false) elseif(true, 7) println
if(false) elseif(false, 7, 8) println
m := method(x, if(x) then(return "then") else(return "else"))
m(true) println
m(false) println
