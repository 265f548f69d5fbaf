# Arguments that are evaluated in a caller whose activation a tail call has replaced: they still find the caller's caller.
second := method(call evalArgAt(1))
passOn := method(second(nil, call evalArgAt(0)))
size := method(text, passOn(text) size)
size("abc") println
found := method(l, passOn(l detect(v, v == 2)))
list(found(list(1, 2))) println
senders := method(call sender)
outer := method(name, senders getSlot("name"))
outer("kept") println
down := method(n, if(n == 0, passOn(n + 1), down(n - 1)))
down(10) println
down(5000) println
