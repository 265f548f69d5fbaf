# callStack lists the calls a coroutine is in.
# divergence: it lists calls of the library and loses others
m := method(Coroutine currentCoroutine callStack)
n := method(x := m; x)
calls := n
writeln(calls first type, " ", calls first message name, " ", calls second message name)
writeln(coroFor(1) callStack)
