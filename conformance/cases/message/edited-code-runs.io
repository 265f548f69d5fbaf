# A method whose tree is edited runs the edited tree.
f := method(x, x + 1)
writeln(f(5))
getSlot("f") message next setArguments(list(message(10)))
writeln(f(5))
getSlot("f") message next argAt(0) setCachedResult(20)
writeln(f(5))
getSlot("f") message setNext(message(* 3))
writeln(f(5))
