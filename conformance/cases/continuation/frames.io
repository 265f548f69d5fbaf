# What a continuation tells of its frames.
# needs: continuations
# divergence: the reference has no continuations
m := method(a, list(1, callcc(block(k, k)), 3))
k := m(7) at(1)
k type println
k frameStates println
k frameMessages map(name) println
(k frameCount == k frameStates size) println
map := k asMap
map keys sort println
part := map at("coroutines") first
part keys sort println
(part at("coroutine") == Coroutine currentCoroutine) println
part at("frames") foreach(f, writeln(f at("state"), " ", f at("message") name))
locals := part at("frames") detect(f, f at("state") == "activate") at("locals")
locals a println
