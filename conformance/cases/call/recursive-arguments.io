# Arguments of arguments: each is evaluated in its own sender.
twice := method(call evalArgAt(0); call evalArgAt(0))
n := 0
twice(twice(n = n + 1))
writeln(n)
outer := method(v, inner(v + 1))
inner := method(w, call sender getSlot("v") + w)
writeln(outer(10))
