# Messages to actors: with values and expressions, more than once the same, chains, to slots, and with an error among them.
Counter := Object clone do(
    total := 0
    add := method(n, total = total + n; total)
    note := method(a, b, writeln(a, " and ", b, " in ", call message name); a)
    wrong := method(n, if(n == 2, Exception raise("two is wrong"), n))
    handleActorException := method(e, writeln("handled: ", e error))
)
counter := Counter clone
for(i, 1, 5, counter @@add(i * 2))
while(counter total < 30, yield)
counter total println

futures := list(1, 2, 3) map(i, counter @add(i))
futures map(f, f + 0) println
x := "x"
counter @@note(x, x .. "y")
counter @@note(nil, list(1, 2) map(+ 1))
counter @@note("only")
yield
3 repeat(i, counter @@wrong(i + 1))
10 repeat(yield)
(counter @add(1) + 1) println
text := counter @note("chain", 1)
3 repeat(yield)
(text .. "s") println
