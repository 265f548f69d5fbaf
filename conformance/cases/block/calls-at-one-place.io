# One place that calls: blocks of several arities, blocks that were made elsewhere, methods, objects with a call of their own.
# divergence: the reference hands the locals of a method that has returned to the next activation
one := block(x, list("one", x))
none := block("none")
two := block(x, y, list("two", x, y))
twice := block(x, x, list("twice", x))
bare := method(x, list("bare", type, x))
Caller := Object clone do(call := method(x, list("own call", x)))
make := method(n, block(x, list("made", n, x)))
apply := method(f, v, f call(v))
pass := method(
    writeln(apply(one, 1))
    writeln(apply(two, 2))
    writeln(apply(none, 3))
    writeln(apply(twice, 4))
    writeln(apply(Caller, 5))
    writeln(apply(make(6), 7))
    writeln(apply(make(8), 9))
)
pass
pass

# Without arguments, with two, and with arguments that call.
run := method(f, f call)
list(one, none, two, make(1)) foreach(f, writeln(run(f)))
both := method(f, a, b, f call(a, b))
list(two, twice, two) foreach(f, writeln(both(f, 1, 2)))
writeln(both(block(x, y, x + y), 3, 4))
id := method(x, x)
later := method(f, x, f call(id(x), id(x + 1)))
list(two, block(x, y, x * y), two) foreach(f, writeln(later(f, 5)))

# What a block finds behind its scopes changes while it runs.
Thing := Object clone do(
    value := 1
    double := method(value * 2)
    blocks := method(
        local := 10
        list(block(value), block(double), block(local), block(nested := block(value + local); nested call))
    )
)
t := Thing clone
u := Thing clone
u value = 5
show := method(o, o blocks map(b, b call))
writeln(show(t), show(u))
bs := t blocks
say := method(writeln(bs map(b, b call)))
say
t value = 7
say
Thing double := method(value * 3)
say
t double := "own"
say
Locals value := 100
say
Locals removeSlot("value")
say

# The call of blocks itself is replaced, and put back.
old := Block getSlot("call")
twoTimes := method(f, f call(1))
writeln(twoTimes(one))
Block setSlot("call", method(x, list("replaced", x)))
writeln(twoTimes(one))
Block setSlot("call", Lobby getSlot("old"))
writeln(twoTimes(one))

# A callee with other formals, by message and by argument names.
f := block(x, list("before", x))
writeln(twoTimes(f))
f setArgumentNames(list("y"))
writeln(try(twoTimes(f)) error)
f setMessage(message(list("after", y)))
writeln(twoTimes(f))
